package rolt.bench;

import java.util.Set;
import java.util.UUID;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Role;

/**
 * Customers with verified addresses, sessions and carts, and a hundred variants with stock for all of them. Customer
 * {@code n}, from 1, has the id {@code bench.id(n)}, and so have its session and its cart; variants are numbered alike.
 */
final class Customers {
    static final int VARIANTS = 100;
    /** Đồng; shipping is free above it, so it is an order's total as well. */
    static final long PRICE = 3_500_000;

    private static final String ADD = """
            create schema bench;
            create function bench.id(n bigint) returns uuid language sql immutable
                return lpad(to_hex(n), 32, '0')::uuid;
            insert into account.account (id, email, password_hash, name, verified_at)
                select bench.id(n), 'khach-' || n || '@bench.local', 'none', 'Khách ' || n, now()
                from generate_series(1, :customers) n;
            insert into account.account_role select id, 'CUSTOMER' from account.account where password_hash = 'none';
            insert into account.session (id, kind, account_id, expires_at)
                select bench.id(n), 'API', bench.id(n), now() + interval '1 day' from generate_series(1, :customers) n;
            insert into cart.cart (id, account_id) select bench.id(n), bench.id(n) from generate_series(1, :customers) n;
            insert into catalog.product (id, code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                    description_vi, description_en)
                values (bench.id(1), 'bench', 'ACCESSORY', 'Đo', 'Món đo tốc độ', 'Measured thing', '', '', '', '');
            insert into catalog.variant (id, product_id, sku, name_vi, name_en, price, position)
                select bench.id(n), bench.id(1), 'BENCH-' || n, 'Loại ' || n, 'Kind ' || n, :price, n
                from generate_series(1, :variants) n;
            with counted as (
                insert into stock.stock (variant_id, on_hand)
                select bench.id(n), 1000000000 from generate_series(1, :variants) n returning variant_id, on_hand)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
            select variant_id, on_hand, 0, 'COUNT' from counted
            """;

    private static final String FILL_CARTS = """
            delete from cart.line;
            insert into cart.line (cart_id, variant_id, quantity, price_seen)
                select bench.id(n), bench.id(n % :variants + 1), 1, :price from generate_series(1, :customers) n
            """;

    private final Sql sql;
    private final int number;

    private Customers(Sql sql, int number) {
        this.sql = sql;
        this.number = number;
    }

    /** Adds so many to a migrated database. */
    static Customers add(Sql sql, int number) {
        Customers customers = new Customers(sql, number);
        customers.run(ADD);
        return customers;
    }

    /** Puts one piece into every cart. */
    void fillCarts() {
        run(FILL_CARTS);
    }

    /**
     * Runs statements with {@code :customers}, {@code :variants} and {@code :price} filled in, then tidies the database
     * up, which does not do so by itself.
     */
    void run(String statements) {
        sql.run(statements
                .replace(":customers", String.valueOf(number))
                .replace(":variants", String.valueOf(VARIANTS))
                .replace(":price", String.valueOf(PRICE)));
        sql.run("vacuum (analyze)");
    }

    Sql sql() {
        return sql;
    }

    int number() {
        return number;
    }

    private static UUID id(long n) {
        return new UUID(0, n);
    }

    /** Customer {@code n} as the gateway would know it. */
    static Caller caller(int n) {
        return new Caller(id(n), id(n), Set.of(Role.CUSTOMER), Language.VI, "127.0.0.1", "bench-" + n);
    }

    /** An access token of customer {@code n}. */
    static String token(AccessTokens tokens, int n) {
        return tokens.issue(id(n), id(n));
    }
}
