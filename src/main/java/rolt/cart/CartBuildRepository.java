package rolt.cart;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.JudgedMessages.JudgedBuild;
import rolt.platform.Database;

/** The builds in a cart: lines that come, change and leave together. */
final class CartBuildRepository {
    private final Database database;

    CartBuildRepository(Database database) {
        this.database = database;
    }

    private static final String ADD = """
            with mine as (
                insert into cart.cart (account_id, session_id) values ($1, $2)
                on conflict (owner_id) do update set updated_at = now() returning id),
            room as (
                select id from mine
                where (select count(distinct build_id) from cart.line where cart_id = mine.id) < $5)
            insert into cart.line (cart_id, variant_id, build_id, quantity, quantity_seen, price_seen)
            select room.id, v.variant_id, $3, given.quantity, given.quantity, given.price
            from room, rows from (jsonb_to_recordset($4) as (sku text, quantity int, price bigint))
                with ordinality as given (sku, quantity, price, position)
            join catalog.sold_variant v using (sku) order by given.position
            """;

    /** @return false where the cart holds {@code most} builds already */
    boolean add(Owner owner, UUID build, List<QuoteLine> lines, int most) {
        return database.run(ADD, owner.account(), owner.session(), build, given(lines), most) > 0;
    }

    private static JsonArray given(List<QuoteLine> lines) {
        JsonArray given = new JsonArray();
        lines.forEach(line -> given.add(given(line)));
        return given;
    }

    private static JsonObject given(QuoteLine line) {
        return new JsonObject()
                .put("sku", line.sku())
                .put("quantity", line.quantity())
                .put("price", line.unitPrice());
    }

    private static final String FOLLOW = """
            with mine as (
                select id from cart.cart where owner_id = $1 for update),
            held as (
                select l.cart_id, l.build_id from mine join cart.line l on l.cart_id = mine.id
                where l.build_id = any($2)
                    and not exists (select from ordering.ordered_cart_line o where o.cart_line_id = l.id)
                for update of l),
            wanted as (
                select held.cart_id, held.build_id, v.variant_id, given.quantity, given.price
                from (select distinct cart_id, build_id from held) held
                join jsonb_to_recordset($3) as given (build uuid, sku text, quantity int, price bigint)
                    on given.build = held.build_id
                join catalog.sold_variant v using (sku)),
            gone as (
                delete from cart.line l using held where l.cart_id = held.cart_id and l.build_id = held.build_id
                    and not exists (
                        select from wanted w where w.build_id = l.build_id and w.variant_id = l.variant_id))
            insert into cart.line (cart_id, variant_id, build_id, quantity, quantity_seen, price_seen)
            select cart_id, variant_id, build_id, quantity, 0, price from wanted
            on conflict on constraint cart_line_once do update
                set quantity = excluded.quantity, quantity_seen = coalesce(line.quantity_seen, line.quantity)
            """;

    /**
     * Gives builds in the cart the lines that they need now; what they had when they were put in stays known. One that
     * leaves the cart meanwhile, because it is removed or ordered, is let go.
     */
    void follow(Owner owner, List<JudgedBuild> builds) {
        JsonArray given = new JsonArray();
        builds.forEach(build -> build.quote()
                .bought()
                .forEach(line -> given.add(given(line).put("build", build.id().toString()))));
        database.run(FOLLOW, owner.id(), builds.stream().map(JudgedBuild::id).toArray(UUID[]::new), given);
    }

    private static final String REMOVE = """
            with mine as (
                update cart.cart set updated_at = now() where owner_id = $1 returning id)
            delete from cart.line using mine where cart_id = mine.id and build_id = $2
            """;

    /** How many lines the build had. */
    int remove(Owner owner, UUID build) {
        return database.run(REMOVE, owner.id(), build);
    }
}
