package rolt.account;

import io.vertx.sqlclient.Row;
import java.util.List;
import rolt.account.AccountMessages.HeldRole;
import rolt.platform.Database;
import rolt.platform.Resources;

/** What the operator's commands do to accounts and roles. */
final class AdministrationRepository {
    /** The file is SQL for Liquibase and as it is; so the words of the roles stand in one place. */
    private static final String ROLE_WORDS = Resources.text("migrations/account/0005-role-words.sql");

    private final Database database;

    AdministrationRepository(Database database) {
        this.database = database;
    }

    /** Adds roles that are missing and restores words that were changed; the number of roles it touched. */
    int restoreRoles() {
        return database.run(ROLE_WORDS);
    }

    private static final String ROLES = """
            select r.code, r.name_en, count(h.role)::int as accounts
            from account.role r left join account.account_role h on h.role = r.code
            group by r.code order by r.position
            """;

    List<HeldRole> listRoles() {
        return database.list(
                ROLES,
                row -> new HeldRole(row.getString("code"), row.getString("name_en"), row.getInteger("accounts")));
    }

    private static final String CREATE_ADMIN = """
            with fresh as (
                insert into account.account as a (email, password_hash, name, verified_at) values ($1, $2, $3, now())
                on conflict on constraint account_email_once do update
                    set password_hash = excluded.password_hash, name = excluded.name, verified_at = now()
                    where a.verified_at is null
                returning id
            ), admin as (
                select id, true as fresh from fresh
                union all
                select id, false from account.account where email = $1 and verified_at is not null
            ), earlier_tokens as (
                delete from account.one_time_token t using fresh where t.account_id = fresh.id
            ), earlier_sessions as (
                update account.session s set revoked_at = now() from fresh
                where s.account_id = fresh.id and s.revoked_at is null
            ), held as (
                select id, fresh, coalesce((select roles from account.person p where p.account_id = admin.id), '{}') as roles
                from admin
            ), given as (
                insert into account.account_role (account_id, role) select id, unnest(array['CUSTOMER', 'ADMIN']) from held
                on conflict do nothing
            ), recorded as (
                insert into account.role_change (account_id, before, after, request_id)
                select id, roles, roles || 'ADMIN'::text, $4 from held where not roles @> array['ADMIN']
            )
            select fresh, roles @> array['ADMIN'] as was_admin from held
            """;

    /** What was there before: nothing (or an account that nobody had verified), an account, or an administrator's. */
    record Found(boolean fresh, boolean wasAdmin) {}

    /** Adds a verified account with the role, or gives the role to the one that is there. */
    Found createAdmin(String email, String passwordHash, String name, String requestId) {
        return database.find(CREATE_ADMIN, AdministrationRepository::found, email, passwordHash, name, requestId)
                .orElseThrow();
    }

    private static Found found(Row row) {
        return new Found(row.getBoolean("fresh"), row.getBoolean("was_admin"));
    }
}
