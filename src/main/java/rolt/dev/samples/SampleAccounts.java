package rolt.dev.samples;

import rolt.platform.Database;

/** One verified account for each role, all with the password {@value #PASSWORD}. */
public final class SampleAccounts {
    public static final String PASSWORD = "rolt-dev-2026";

    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$Vu7DJrt+G9oBIPdgOzStXw$oeJFHCm6WC0Q0wSLkCBFVo10TX1t6T7oJcCoXnwc4d8";

    private static final String ADD = """
            with sample (email, name, role) as (values
                ('khach@rolt.local', 'Nguyễn Minh Anh', 'CUSTOMER'),
                ('hotro@rolt.local', 'Trần Thu Hà', 'SUPPORT'),
                ('kythuat@rolt.local', 'Lê Quốc Bảo', 'TECHNICIAN'),
                ('sanpham@rolt.local', 'Phạm Khánh Linh', 'PRODUCT_MANAGER'),
                ('noidung@rolt.local', 'Võ Ngọc Mai', 'CONTENT_DESIGNER'),
                ('taichinh@rolt.local', 'Đặng Hoàng Yến', 'FINANCE'),
                ('quantri@rolt.local', 'Bùi Đức Long', 'ADMIN')
            ), added as (
                insert into account.account (email, password_hash, name, verified_at)
                select email, $1, name, now() from sample
                on conflict on constraint account_email_once do nothing
                returning id, email
            )
            insert into account.account_role (account_id, role)
            select distinct added.id, unnest(array['CUSTOMER', sample.role]) from added join sample using (email)
            """;

    private SampleAccounts() {}

    /** Adds those that are not there yet; on a virtual thread. */
    public static void add(Database database) {
        database.run(ADD, HASH);
    }
}
