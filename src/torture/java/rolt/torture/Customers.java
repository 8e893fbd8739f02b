package rolt.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rolt.platform.AccessTokens;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;

/** Customers with full carts for the programmes of a batch, and too little stock for all of them. */
final class Customers {
    private static final int PERCENT_OF_DEMAND = 85;

    private static final String PREPARE = """
            create schema if not exists torture;
            create table if not exists torture.payment (txn_ref text primary key, paid boolean not null);
            create table if not exists torture.refund (transaction_no text primary key, txn_ref text not null,
                amount bigint not null, refused boolean not null);
            create or replace view torture.orders as
                select * from ordering.orders where email like 'torture-%@example.vn'
            """;

    private static final String ADD_PERSON = """
            with person as (
                insert into account.account (email, password_hash, name, verified_at)
                values (?, 'none', 'Nguyễn Minh Anh', now()) returning id),
            roles as (
                insert into account.account_role select id, unnest(string_to_array(?, ',')) from person)
            insert into account.session (kind, account_id, expires_at)
            select 'API', id, now() + interval '1 day' from person returning account_id || ' ' || id
            """;

    private static final String ADD_PRODUCTS = """
            with product as (
                insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                    description_vi, description_en, specs)
                values ('torture-' || ?, 'ACCESSORY', 'Thử', 'Món thử', 'Test thing', '', '', '', '', '{"type": "CABLE"}')
                returning id, code),
            variant as (
                insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes, position)
                select id, upper(code) || '-' || n, '', '', ?, '{"colour": "#a9bcc6"}', n
                from product, generate_series(1, ?) n returning id, position),
            counted as (
                insert into stock.stock (variant_id, on_hand)
                select id, (string_to_array(?, ','))[position]::int from variant returning variant_id, on_hand)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
            select variant_id, on_hand, 0, 'COUNT' from counted
            """;

    private static final String ADD_SERVICE = """
            with product as (
                insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                    description_vi, description_en, specs)
                values ('torture-service-' || ?, 'SERVICE', 'Thử', 'Việc thử', 'Test job', '', '', '', '',
                    '{"type": "ASSEMBLE", "unit": "PER_KIT"}')
                returning id)
            insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
            select id, upper('torture-' || ?) || '-0', '', '', ?, '{}' from product
            """;

    /** The service is the first of the quantities. */
    private static final String FILL_CART = """
            with filled as (insert into cart.cart (account_id) values (?) returning id)
            insert into cart.line (cart_id, variant_id, quantity, price_seen)
            select filled.id, v.id, q.quantity, v.price
            from filled, unnest(string_to_array(?, ',')::int[]) with ordinality as q (quantity, n)
            join catalog.variant v on v.sku = upper('torture-' || ?) || '-' || (q.n - 1)
            where q.quantity > 0
            """;

    private final Sql sql;
    private final AccessTokens tokens;

    Customers(Shop shop, Sql sql) {
        this.sql = sql;
        this.tokens = new AccessTokens(
                shop.platform().vertx(), shop.platform().config().auth());
        Arrays.stream(PREPARE.split(";")).forEach(sql::run);
    }

    private record Person(UUID account, String token) {}

    private Person add(String email, String roles) {
        String[] ids = sql.text(ADD_PERSON, email, roles).split(" ");
        UUID account = UUID.fromString(ids[0]);
        return new Person(account, tokens.issue(account, UUID.fromString(ids[1])));
    }

    /** The token of somebody who may do everything that staff does. */
    String addStaff(String name) {
        return add(name + "@staff.example.vn", "SUPPORT,FINANCE,TECHNICIAN,PRODUCT_MANAGER,ADMIN")
                .token();
    }

    /** One for each programme. */
    List<Customer> add(String batch, List<Programme> programmes) {
        addProducts(batch, programmes);
        sql.run(ADD_SERVICE, batch, batch, Programme.SERVICE_PRICE);
        List<Customer> customers = new ArrayList<>();
        for (Programme programme : programmes) {
            String email = "torture-" + batch + "-" + programme.number() + "@example.vn";
            Person person = add(email, "CUSTOMER");
            String quantities = (programme.withService() ? "1," : "0,") + joined(programme.quantities());
            sql.run(FILL_CART, person.account(), quantities, batch);
            customers.add(new Customer(email, person.token()));
        }
        return customers;
    }

    private void addProducts(String batch, List<Programme> programmes) {
        List<Integer> stock = new ArrayList<>();
        for (int product = 0; product < Programme.PRODUCTS; product++) {
            int index = product;
            int wanted = programmes.stream()
                    .mapToInt(programme -> programme.quantities().get(index))
                    .sum();
            stock.add(Math.max(1, wanted * PERCENT_OF_DEMAND / 100));
        }
        sql.run(ADD_PRODUCTS, batch, Programme.PRICE, Programme.PRODUCTS, joined(stock));
    }

    private static String joined(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }
}
