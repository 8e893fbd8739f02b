package rolt.account;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.account.AccountMails.Addressee;
import rolt.account.AccountMessages.RoleChange;
import rolt.account.AccountMessages.RoleWords;
import rolt.platform.Database;
import rolt.platform.DatabaseException;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;

/** Who has which roles of staff, and who gave them. CUSTOMER, which every account has, is left out throughout. */
final class RoleRepository {
    /** The constraint against a shop without an administrator, by whatever statement. */
    private static final String LAST_ADMIN_STAYS = "last_admin_stays";

    /** What to tell of a statement that failed: problem 409 where it would have taken the last administrator. */
    static RuntimeException worded(DatabaseException failure) {
        return failure.broke(LAST_ADMIN_STAYS) ? Problem.conflict("roles.last-admin") : failure;
    }

    private final Database database;

    RoleRepository(Database database) {
        this.database = database;
    }

    /** The roles of an account before a change. */
    record Held(UUID accountId, String email, boolean verified, Set<Role> roles) {}

    private static final String FIND = """
            select account_id, email, verified, roles from account.person where email = $1
            """;

    Optional<Held> find(String email) {
        return database.find(FIND, RoleRepository::held, email);
    }

    private static Held held(Row row) {
        return new Held(
                row.getUUID("account_id"),
                row.getString("email"),
                row.getBoolean("verified"),
                AccountRepository.roles(row));
    }

    /**
     * A wanted change of roles.
     *
     * @param expected what the account is believed to have now
     * @param actorId null for the command
     */
    record Change(UUID accountId, Set<Role> expected, Set<Role> wanted, UUID actorId, String requestId) {}

    private static final String LOCK = "select from account.account where id = $1 for no key update";

    private static final String CHANGE = """
            with held as (
                select account_id, email, verified, roles from account.person where account_id = $1
            ), changing as (
                select account_id, roles from held
                where roles @> $2::text[] and roles <@ $2::text[] and (verified or $3::text[] = '{}')
                    and not (roles @> $3::text[] and roles <@ $3::text[])
            ), taken as (
                delete from account.account_role r using changing c
                where r.account_id = c.account_id and r.role <> 'CUSTOMER' and r.role <> all($3::text[])
            ), given as (
                insert into account.account_role (account_id, role) select account_id, unnest($3::text[]) from changing
                on conflict do nothing
            ), recorded as (
                insert into account.role_change (account_id, actor_id, before, after, request_id)
                select account_id, $4, roles, $3::text[], $5 from changing
            )
            select account_id, email, verified, roles from held
            """;

    /**
     * Changes the roles and records it, if the account has the expected ones and is verified; the lock comes before the
     * look, so that of two who change at once the second sees what the first did.
     *
     * @return the account as it was before, empty where there is none
     */
    Optional<Held> change(Transaction transaction, Change change) {
        transaction.send(LOCK, change.accountId());
        return transaction.find(
                CHANGE,
                RoleRepository::held,
                change.accountId(),
                names(change.expected()),
                names(change.wanted()),
                change.actorId(),
                change.requestId());
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    /**
     * What the owner of an account is told of the last change.
     *
     * @param roles all of them, in the owner's language
     */
    record Told(Addressee to, List<String> roles, String actor, String actorEmail) {}

    private static final String TELL = """
            select a.email, a.name, a.language, actor.name as actor, actor.email as actor_email, array(
                select case a.language when 'EN' then k.name_en else k.name_vi end
                from account.role k where k.code = any(c.after) order by k.position) as roles
            from account.role_change c join account.account a on a.id = c.account_id
                join account.account actor on actor.id = c.actor_id
            where c.account_id = $1 order by c.id desc limit 1
            """;

    /** The change that this transaction has recorded, in words. */
    Told lastChange(Transaction transaction, UUID accountId) {
        return transaction.find(TELL, RoleRepository::told, accountId).orElseThrow();
    }

    private static Told told(Row row) {
        Addressee to = new Addressee(
                row.getString("email"), row.getString("name"), Language.valueOf(row.getString("language")));
        return new Told(
                to, List.of(row.getArrayOfStrings("roles")), row.getString("actor"), row.getString("actor_email"));
    }

    private static final String CHANGES = """
            select c.id, c.account_id, c.before, c.after, c.at, c.request_id, c.actor_id, actor.name as actor
            from account.role_change c left join account.account actor on actor.id = c.actor_id
            where c.account_id = $1 and ($2::uuid is null or c.id < $2)
            order by c.id desc limit $3
            """;

    /** Changes of an account's roles, newest first. */
    List<RoleChange> listChanges(UUID accountId, UUID after, int limit) {
        return database.list(CHANGES, RoleRepository::roleChange, accountId, after, limit);
    }

    private static RoleChange roleChange(Row row) {
        return new RoleChange(
                row.getUUID("id"),
                row.getUUID("actor_id"),
                row.getString("actor"),
                roles(row, "before"),
                roles(row, "after"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("request_id"));
    }

    private static Set<Role> roles(Row row, String column) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static final String WORDS = """
            select code, case $1 when 'EN' then name_en else name_vi end as name,
                case $1 when 'EN' then description_en else description_vi end as description
            from account.role order by position
            """;

    List<RoleWords> listRoles(Language language) {
        return database.list(
                WORDS,
                row -> new RoleWords(
                        Role.valueOf(row.getString("code")), row.getString("name"), row.getString("description")),
                language);
    }
}
