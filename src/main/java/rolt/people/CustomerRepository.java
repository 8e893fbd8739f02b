package rolt.people;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.people.PeopleMessages.Customer;
import rolt.people.PeopleMessages.ListCustomers;
import rolt.platform.Database;

/** Customers are the accounts without a role of staff. */
final class CustomerRepository {
    private final Database database;

    CustomerRepository(Database database) {
        this.database = database;
    }

    private static final String LIST = """
            select p.account_id, p.email, p.name, p.phone, p.verified, p.registered_at,
                coalesce(o.orders, 0) as orders, o.last_order_at
            from (
                select * from account.person
                where roles = '{}' and ($1::uuid is null or account_id = $1)
                    and ($2::text is null or findable like people.pattern($2))
                    and ($3::uuid is null or account_id < $3)
                order by account_id desc limit $4
            ) p left join lateral (
                select orders, last_order_at from ordering.orders_of_account o where o.account_id = p.account_id
            ) o on true
            order by p.account_id desc
            """;

    List<Customer> list(ListCustomers wanted, int limit) {
        return database.list(LIST, CustomerRepository::customer, null, Search.words(wanted.q()), wanted.after(), limit);
    }

    Optional<Customer> find(UUID accountId) {
        return database.find(LIST, CustomerRepository::customer, accountId, null, null, 1);
    }

    private static Customer customer(Row row) {
        return new Customer(
                row.getUUID("account_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                row.getBoolean("verified"),
                row.get(OffsetDateTime.class, "registered_at").toInstant(),
                row.getInteger("orders"),
                instant(row.get(OffsetDateTime.class, "last_order_at")));
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
