package rolt.account;

import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.account.AccountMails.Addressee;
import rolt.account.AccountMessages.Me;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;

/** Accounts and their roles. */
final class AccountRepository {
    private final Database database;

    AccountRepository(Database database) {
        this.database = database;
    }

    private static final String CREDENTIALS = """
            select id, password_hash, exists (
                select from account.second_factor f where f.account_id = a.id and confirmed_at is not null) as second_factor
            from account.account a where email = $1
            """;

    /**
     * Who signs in.
     *
     * @param passwordHash null where there is none
     * @param secondFactor whether one is asked for besides
     */
    record Known(UUID id, String passwordHash, boolean secondFactor) {}

    Optional<Known> findCredentials(String email) {
        return database.find(CREDENTIALS, AccountRepository::known, email);
    }

    static Known known(Row row) {
        return new Known(row.getUUID("id"), row.getString("password_hash"), row.getBoolean("second_factor"));
    }

    private static final String ME = """
            select a.id, email, name, phone, birth_date, language, verified_at is not null as verified,
                array(select role from account.account_role r where r.account_id = a.id) as roles,
                p.id as picture_id, p.width, p.height
            from account.account a left join media.published p on p.id = a.picture_id
            where a.id = $1
            """;

    Optional<Me> findMe(UUID id) {
        return database.find(ME, AccountRepository::me, id);
    }

    private static Me me(Row row) {
        return new Me(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                row.getLocalDate("birth_date"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("verified"),
                roles(row),
                picture(row));
    }

    private static Picture picture(Row row) {
        UUID id = row.getUUID("picture_id");
        return id == null ? null : Picture.of(id, row.getInteger("width"), row.getInteger("height"));
    }

    private static final String ADDRESSEE = "select email, name, language from account.account where id = $1";

    /** Whom the mails of an account go to. */
    Addressee getAddressee(Transaction transaction, UUID id) {
        return transaction
                .find(ADDRESSEE, AccountRepository::addressee, id)
                .orElseThrow(() -> Problem.notFound("account"));
    }

    static Addressee addressee(Row row) {
        return new Addressee(
                row.getString("email"), row.getString("name"), Language.valueOf(row.getString("language")));
    }

    private static final String CHANGE_PICTURE = """
            with before as (select id, picture_id from account.account where id = $1 for update)
            update account.account a set picture_id = $2 from before where a.id = before.id
            returning before.picture_id
            """;

    /** Shows another picture, or none; answers the one before. */
    Optional<UUID> changePicture(UUID id, UUID picture) {
        return database
                .list(CHANGE_PICTURE, row -> Optional.ofNullable(row.getUUID("picture_id")), id, picture)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("account"));
    }

    static Set<Role> roles(Row row) {
        return Arrays.stream(row.getArrayOfStrings("roles")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
