package rolt.people;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.people.AddressRules.Stored;
import rolt.people.PeopleMessages.Address;
import rolt.platform.Database;
import rolt.platform.Queries;
import rolt.platform.Transaction;

/** Address books. Whatever changes one holds its lock, so that counting it and moving the preference are safe. */
final class AddressRepository {
    static final String ONCE = "address_once";

    private final Database database;

    AddressRepository(Database database) {
        this.database = database;
    }

    private static final String LIST = """
            select id, name, phone, province, ward, street, preferred from people.address
            where account_id = $1 and ($2::uuid is null or id = $2)
            order by preferred desc, id desc
            """;

    List<Address> list(UUID accountId) {
        return database.list(LIST, AddressRepository::address, accountId, null);
    }

    Optional<Address> find(Queries queries, UUID accountId, UUID id) {
        return queries.find(LIST, AddressRepository::address, accountId, id);
    }

    private static Address address(Row row) {
        return new Address(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("province"),
                row.getString("ward"),
                row.getString("street"),
                row.getBoolean("preferred"));
    }

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('people.address/' || $1::text, 0))";

    void lock(Transaction transaction, UUID accountId) {
        transaction.send(LOCK, accountId.toString());
    }

    private static final String ADD = """
            insert into people.address (account_id, name, phone, province, ward, street, preferred)
            select $1, $2, $3, $4, $5, $6, not exists (select from people.address where account_id = $1 and preferred)
            where (select count(*) from people.address where account_id = $1) < $7
                or exists (select from people.address
                    where (account_id, name, phone, province, ward, street) = ($1, $2, $3, $4, $5, $6))
            on conflict on constraint address_once do update set name = excluded.name
            returning id
            """;

    /** Adds an address, or finds the same one; empty where there are {@code most} others already. */
    Optional<UUID> add(Transaction transaction, UUID accountId, Stored address, int most) {
        return transaction.find(
                ADD,
                row -> row.getUUID("id"),
                accountId,
                address.name(),
                address.phone(),
                address.province(),
                address.ward(),
                address.street(),
                most);
    }

    private static final String CHANGE = """
            update people.address set name = $3, phone = $4, province = $5, ward = $6, street = $7
            where account_id = $1 and id = $2
            """;

    void change(Transaction transaction, UUID accountId, UUID id, Stored address) {
        transaction.send(
                CHANGE,
                accountId,
                id,
                address.name(),
                address.phone(),
                address.province(),
                address.ward(),
                address.street());
    }

    private static final String UNPREFER = """
            update people.address set preferred = false
            where account_id = $1 and preferred and id <> $2
                and exists (select from people.address where account_id = $1 and id = $2)
            """;
    private static final String PREFER =
            "update people.address set preferred = true where account_id = $1 and id = $2 and not preferred";

    /** Two statements, because the index that allows one preferred address is checked row by row. */
    void prefer(Transaction transaction, UUID accountId, UUID id) {
        transaction.send(UNPREFER, accountId, id);
        transaction.send(PREFER, accountId, id);
    }

    private static final String REMOVE = "delete from people.address where account_id = $1 and id = $2";
    private static final String PREFER_NEWEST = """
            update people.address set preferred = true
            where id = (select id from people.address where account_id = $1 order by id desc limit 1)
                and not exists (select from people.address where account_id = $1 and preferred)
            """;

    /** Removes an address; where it was the preferred one, the newest of the others is from now on. */
    boolean remove(Transaction transaction, UUID accountId, UUID id) {
        int removed = transaction.run(REMOVE, accountId, id);
        transaction.send(PREFER_NEWEST, accountId);
        return removed > 0;
    }
}
