package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.ChangeRoles;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Problem;
import rolt.platform.Role;

/** The shop is never without an administrator, whoever leaves and however many at once. */
class LastAdminIT {
    private final AccountHouse house = AccountHouse.open();
    private final Database database = house.platform().database();
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_administrators() throws InterruptedException {
        first = administrator();
        second = administrator();
        database.run(
                "delete from account.account_role where role = 'ADMIN' and account_id not in ($1, $2)", first, second);
    }

    @RepeatedTest(10)
    void of_two_who_leave_at_once_one_stays() {
        Future<Object> one = leave(first);
        Future<Object> other = leave(second);
        Future.join(one, other).otherwiseEmpty().await();
        assertThat(Stream.of(one, other).filter(Future::failed)).hasSize(1);
        assertThat(administrators()).isOne();
    }

    @Test
    void the_last_one_is_told_why() {
        leave(first).await();
        Problem problem = house.refusal(caller(second), "account.changeRoles", leaving(second));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("roles.last-admin");
    }

    @Test
    void the_last_ones_account_cannot_be_deleted() {
        database.run("delete from account.account where id = $1", first);
        assertThatThrownBy(() -> database.run("delete from account.account where id = $1", second))
                .hasMessageContaining("the last administrator stays");
        assertThat(administrators()).isOne();
    }

    private UUID administrator() throws InterruptedException {
        String email = house.account();
        UUID id = database.find("select id from account.account where email = $1", row -> row.getUUID("id"), email)
                .orElseThrow();
        house.promote(id, "ADMIN");
        return id;
    }

    private long administrators() {
        return database.find(
                        "select count(*) as n from account.account_role where role = 'ADMIN'", row -> row.getLong("n"))
                .orElseThrow();
    }

    private Future<Object> leave(UUID account) {
        return house.platform().bus().request(caller(account), "account.changeRoles", leaving(account));
    }

    private static ChangeRoles leaving(UUID account) {
        return new ChangeRoles(account, Set.of(), Set.of(Role.ADMIN));
    }

    private static Caller caller(UUID account) {
        Caller visitor = AccountHouse.visitor();
        return new Caller(
                account, null, Set.of(Role.ADMIN), visitor.language(), visitor.address(), visitor.requestId());
    }
}
