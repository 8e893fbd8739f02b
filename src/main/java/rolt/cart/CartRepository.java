package rolt.cart;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.cart.CartMessages.CartLine;
import rolt.platform.Database;
import rolt.platform.Language;

/** The carts in Postgres: one statement for each thing that is done. A change locks the cart it touches. */
final class CartRepository {
    private final Database database;

    CartRepository(Database database) {
        this.database = database;
    }

    private static final String LINES = """
            select l.id, v.sku, v.code, v.kind, case $2 when 'EN' then v.name_en else v.name_vi end as name, v.price,
                nullif(l.price_seen, v.price) as price_seen, l.quantity,
                nullif(l.quantity_seen, l.quantity) as quantity_seen, a.available, v.published, l.build_id,
                nullif(greatest(sum(l.quantity) over (partition by l.variant_id) - a.available, 0), 0)::int as short_of
            from cart.cart c
            join cart.line l on l.cart_id = c.id
            join catalog.sold_variant v using (variant_id)
            left join stock.availability a using (variant_id)
            where c.owner_id = $1
            order by l.build_id nulls last, l.id
            """;

    List<CartLine> lines(UUID owner, Language language) {
        return database.list(LINES, CartRepository::line, owner, language);
    }

    private static CartLine line(Row row) {
        long price = row.getLong("price");
        int quantity = row.getInteger("quantity");
        return new CartLine(
                row.getUUID("id"),
                row.getString("sku"),
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                price,
                row.getLong("price_seen"),
                quantity,
                row.getInteger("quantity_seen"),
                Math.multiplyExact(price, quantity),
                row.getInteger("available"),
                row.getInteger("short_of"),
                !row.getBoolean("published"),
                row.getUUID("build_id"));
    }

    private static final String COUNT = """
            select coalesce(sum(quantity) filter (where build_id is null), 0)::int + count(distinct build_id)::int as count
            from cart.line where cart_id = (select id from cart.cart where owner_id = $1)
            """;

    int count(UUID owner) {
        return database.find(COUNT, row -> row.getInteger("count"), owner).orElse(0);
    }

    private static final String ADD = """
            with wanted as (
                select v.variant_id, v.price, v.published, a.available
                from catalog.sold_variant v left join stock.availability a using (variant_id) where v.sku = $3),
            held as (
                select coalesce(sum(l.quantity), 0)::int as held,
                    coalesce(sum(l.quantity) filter (where l.build_id is null), 0)::int as loose
                from wanted join cart.line l using (variant_id) join cart.cart c on c.id = l.cart_id
                where c.owner_id = coalesce($1::uuid, $2::uuid)
                    and not exists (select from ordering.ordered_cart_line o where o.cart_line_id = l.id)),
            fitting as (
                select variant_id, price from wanted, held
                where published and loose + $4 <= $5 and (available is null or held + $4 <= available)),
            mine as (
                insert into cart.cart (account_id, session_id) select $1, $2 from fitting
                on conflict (owner_id) do update set updated_at = now() returning id),
            added as (
                insert into cart.line (cart_id, variant_id, quantity, price_seen)
                select id, variant_id, $4, price from mine, fitting
                on conflict on constraint cart_line_once do update
                    set (id, quantity) = (
                            select case when ordered then excluded.id else line.id end,
                                case when ordered then excluded.quantity
                                    else least($5, line.quantity + excluded.quantity) end
                            from (select exists (
                                select from ordering.ordered_cart_line o where o.cart_line_id = line.id)) as o (ordered)),
                        price_seen = excluded.price_seen)
            select $3::text as sku, published, available, held, loose from wanted, held
            """;

    /**
     * Adds where it may be added; what was found tells whether. Empty where the SKU is unknown. A line that has become an
     * order, and is about to leave the cart, is another line from now on: what is added stays.
     */
    Optional<Held> add(Owner owner, String sku, int quantity, int most) {
        return database.find(ADD, CartRepository::held, owner.account(), owner.session(), sku, quantity, most);
    }

    /**
     * What a change meets.
     *
     * @param available null where nothing limits it
     * @param held units of the SKU that are in the cart already and stay there
     * @param loose those of them that are of no build
     */
    record Held(String sku, boolean published, Integer available, int held, int loose) {}

    private static Held held(Row row) {
        return new Held(
                row.getString("sku"),
                row.getBoolean("published"),
                row.getInteger("available"),
                row.getInteger("held"),
                row.getInteger("loose"));
    }

    private static final String CHANGE = """
            with mine as (
                update cart.cart set updated_at = now() where owner_id = $1 returning id),
            line as (
                select l.id, l.variant_id, l.build_id from mine join cart.line l on l.cart_id = mine.id where l.id = $2),
            facts as (
                select v.sku, v.published, a.available, line.build_id is not null as of_build,
                    (select coalesce(sum(o.quantity), 0)::int from mine join cart.line o on o.cart_id = mine.id
                     where o.variant_id = line.variant_id and o.id <> line.id) as held
                from line join catalog.sold_variant v using (variant_id) left join stock.availability a using (variant_id)),
            removed as (
                delete from cart.line l using facts where l.id = $2 and not of_build and $3 = 0),
            changed as (
                update cart.line l set quantity = $3 from facts
                where l.id = $2 and not of_build and $3 > 0 and (available is null or held + $3 <= available))
            select sku, published, available, held, 0 as loose, of_build from facts
            """;

    /** Changes a line where it may be changed; what was found tells whether. Empty where it is not the owner's. */
    Optional<ChangedLine> change(Owner owner, UUID line, int quantity) {
        return database.find(
                CHANGE, row -> new ChangedLine(held(row), row.getBoolean("of_build")), owner.id(), line, quantity);
    }

    record ChangedLine(Held held, boolean ofBuild) {}

    private static final String MERGE = """
            with visitor as (
                delete from cart.cart where session_id = $2 returning id),
            room as (
                select $4 - count(distinct l.build_id) as places
                from cart.cart c join cart.line l on l.cart_id = c.id where c.owner_id = $1),
            moved as (
                select given.* from room, (
                    select l.*, dense_rank() over (order by l.build_id) as place
                    from visitor join cart.line l on l.cart_id = visitor.id) given
                where given.build_id is null or place <= places),
            mine as (
                insert into cart.cart (account_id) select $1 from visitor
                on conflict (owner_id) do update set updated_at = now() returning id)
            insert into cart.line (cart_id, variant_id, build_id, quantity, quantity_seen, price_seen)
            select mine.id, variant_id, build_id, quantity, quantity_seen, price_seen from mine, moved order by moved.id
            on conflict on constraint cart_line_once do update set quantity = least($3, line.quantity + excluded.quantity)
            """;

    /** Of more builds than the account's cart takes, the first that the visitor put in join it. */
    int merge(UUID account, UUID session, int most, int mostBuilds) {
        return database.run(MERGE, account, session, most, mostBuilds);
    }

    private static final String DROP = """
            delete from cart.line using cart.cart
            where line.id = any($2) and cart_id = cart.id and cart.owner_id = $1
            """;

    int drop(Owner owner, List<UUID> lines) {
        return database.run(DROP, owner.id(), lines.toArray(UUID[]::new));
    }
}
