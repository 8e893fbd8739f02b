package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ordering.OrderingMessages.State.CANCELLED;
import static rolt.ordering.OrderingMessages.State.DELIVERED;
import static rolt.ordering.OrderingMessages.State.EXPIRED;
import static rolt.ordering.OrderingMessages.State.IN_ASSEMBLY;
import static rolt.ordering.OrderingMessages.State.PAID;
import static rolt.ordering.OrderingMessages.State.PENDING_PAYMENT;
import static rolt.ordering.OrderingMessages.State.SHIPPED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.gateway.Contract;
import rolt.gateway.Operation;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Role;

class OrderLifeTest {
    @Test
    void an_order_with_a_service_is_assembled_before_it_is_shipped() {
        assertThat(next(PAID, true)).containsExactlyInAnyOrder(Transition.BEGIN_ASSEMBLY, Transition.CALL_OFF);
        assertThat(next(IN_ASSEMBLY, true)).containsExactlyInAnyOrder(Transition.SHIP, Transition.CALL_OFF);
        assertThat(next(PAID, false)).containsExactlyInAnyOrder(Transition.SHIP, Transition.CALL_OFF);
    }

    @Test
    void a_cancelled_or_delivered_order_stays_so_and_an_expired_one_can_only_be_paid_late() {
        assertThat(next(CANCELLED, true)).isEmpty();
        assertThat(next(DELIVERED, true)).isEmpty();
        assertThat(next(EXPIRED, true)).containsExactly(Transition.PAY_LATE);
        assertThat(next(SHIPPED, true)).containsExactly(Transition.DELIVER);
        assertThat(next(PENDING_PAYMENT, true))
                .containsExactlyInAnyOrder(Transition.PAY, Transition.EXPIRE, Transition.CANCEL);
    }

    @Test
    void nobody_asks_an_order_to_be_paid_and_a_customer_only_to_cancel_it() {
        assertThat(asked(Role.CUSTOMER)).containsExactly(Transition.CANCEL);
        assertThat(Arrays.stream(Transition.values()).filter(transition -> transition.to() == PAID))
                .allSatisfy(transition -> assertThat(transition.askers()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ordering.beginAssembly, BEGIN_ASSEMBLY",
        "ordering.shipOrder, SHIP",
        "ordering.correctShipment, SHIP",
        "ordering.deliverOrder, DELIVER",
        "ordering.callOffOrder, CALL_OFF"
    })
    void the_contract_lets_in_whom_the_table_lets_ask(String operation, Transition transition) {
        assertThat(operation(operation).access().roles()).isEqualTo(transition.askers());
    }

    @Test
    void the_contract_lets_a_customer_cancel_his_own_order_and_staff_any() {
        Set<Role> askers =
                EnumSet.copyOf(operation("ordering.cancelOrder").ownership().others());
        askers.add(Role.CUSTOMER);
        assertThat(askers).isEqualTo(Transition.CANCEL.askers());
    }

    private static Operation operation(String id) {
        return Contract.load().operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_documentation_shows_this_table() throws IOException {
        Path generated = Path.of("target/order-life.md");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, OrderLifeDocument.text());
        assertThat(Path.of("src/docs/order-life.md"))
                .as("the documentation; renew it with: cp target/order-life.md src/docs/")
                .hasSameTextualContentAs(generated);
    }

    private static Set<Transition> next(State state, boolean withService) {
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.possibleFrom(state, withService))
                .collect(Collectors.toSet());
    }

    private static Set<Transition> asked(Role role) {
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.askers().contains(role))
                .collect(Collectors.toSet());
    }
}
