package rolt.people;

import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.people.PeopleMessages.ChangeCard;
import rolt.people.PeopleMessages.ChangeMyCard;
import rolt.people.PeopleMessages.ListStaff;
import rolt.people.PeopleMessages.StaffMember;
import rolt.platform.Database;
import rolt.platform.Role;

/** Staff are the accounts with a role of staff; their cards are optional. */
final class StaffRepository {
    private final Database database;

    StaffRepository(Database database) {
        this.database = database;
    }

    private static final String MEMBER = """
            select p.account_id, p.email, p.name, p.roles, p.second_factor,
                c.position, c.department, c.start_date, c.work_phone, c.about
            from account.person p left join people.staff_card c using (account_id)
            """;

    private static final String LIST = MEMBER + """
            where p.roles <> '{}' and ($1::text is null or $1 = any(p.roles))
                and ($2::text is null or p.findable like people.pattern($2))
                and ($3::uuid is null or p.account_id < $3)
            order by p.account_id desc limit $4
            """;

    List<StaffMember> list(ListStaff wanted, int limit) {
        return database.list(
                LIST, StaffRepository::member, wanted.role(), Search.words(wanted.q()), wanted.after(), limit);
    }

    private static final String FIND = MEMBER + "where p.account_id = $1 and ($2 or p.roles <> '{}')";

    /** Somebody of staff; {@code any}: also one who has no role yet, or none any more. */
    Optional<StaffMember> find(UUID accountId, boolean any) {
        return database.find(FIND, StaffRepository::member, accountId, any);
    }

    private static StaffMember member(Row row) {
        return new StaffMember(
                row.getUUID("account_id"),
                row.getString("email"),
                row.getString("name"),
                Arrays.stream(row.getArrayOfStrings("roles"))
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("second_factor"),
                row.getString("position"),
                row.getString("department"),
                row.getLocalDate("start_date"),
                row.getString("work_phone"),
                row.getString("about"));
    }

    private static final String CHANGE = """
            insert into people.staff_card (account_id, position, department, start_date)
            select account_id, $2, $3, $4 from account.person where account_id = $1 and roles <> '{}'
            on conflict (account_id) do update set (position, department, start_date) =
                (excluded.position, excluded.department, excluded.start_date)
            """;

    void change(ChangeCard card) {
        database.run(CHANGE, card.accountId(), card.position(), card.department(), card.startDate());
    }

    private static final String CHANGE_OWN = """
            insert into people.staff_card (account_id, work_phone, about) values ($1, $2, $3)
            on conflict (account_id) do update set (work_phone, about) = (excluded.work_phone, excluded.about)
            """;

    void changeOwn(UUID accountId, ChangeMyCard card) {
        database.run(CHANGE_OWN, accountId, card.workPhone(), card.about());
    }
}
