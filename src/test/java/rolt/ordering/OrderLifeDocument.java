package rolt.ordering;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.ordering.OrderLifecycle.Effect;
import rolt.ordering.OrderLifecycle.From;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.State;

/** The state table as the documentation shows it: drawn, and row by row. */
final class OrderLifeDocument {
    private OrderLifeDocument() {}

    static String text() {
        return """
                # The life of an order

                Drawn from the table in `rolt.ordering.OrderLifecycle`, the one place through which an order moves; \
                `OrderLifeTest`
                fails when they differ, and leaves the right text in `target/order-life.md`.

                ```mermaid
                stateDiagram-v2
                    [*] --> PENDING_PAYMENT: PLACE
                %s
                ```

                | transition | from | to | stock | who asks |
                |---|---|---|---|---|
                %s

                Every transition happens once by (order, transition, cause), in one transaction with what it does to the \
                stock,
                and is kept in `ordering.history` with actor, time and reason. An order that was cancelled is never paid: \
                money
                that arrives for it goes back.
                """.formatted(lines(OrderLifeDocument::arrows), lines(transition -> Stream.of(row(transition))));
    }

    private static String lines(Function<Transition, Stream<String>> written) {
        return Arrays.stream(Transition.values()).flatMap(written).collect(Collectors.joining("\n"));
    }

    private static Stream<String> arrows(Transition transition) {
        return froms(transition.from())
                .map(from -> "    %s --> %s: %s%s"
                        .formatted(from, transition.to(), transition, condition(transition.from(), from)));
    }

    private static String row(Transition transition) {
        String from = froms(transition.from())
                .map(state -> state + condition(transition.from(), state))
                .collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | %s |"
                .formatted(transition, from, transition.to(), stock(transition.effect()), asker(transition));
    }

    private static Stream<State> froms(From from) {
        return Stream.of(from.withService(), from.withoutService())
                .flatMap(Collection::stream)
                .distinct()
                .sorted();
    }

    /** Nothing is assembled without a service, so there is nothing to tell apart. */
    private static String condition(From from, State state) {
        if (from.withService().equals(from.withoutService()) || state == State.IN_ASSEMBLY) {
            return "";
        }
        return from.withService().contains(state) ? " (with a service)" : " (without a service)";
    }

    private static String stock(Effect effect) {
        return switch (effect) {
            case NONE -> "";
            case COMMIT -> "what is reserved is sold";
            case RELEASE -> "what is reserved is free again";
            case TAKE_AGAIN -> "taken again, or the order stays as it is";
            case RETURN -> "what was sold goes back";
        };
    }

    private static String asker(Transition transition) {
        return transition.askers().isEmpty()
                ? "the shop alone"
                : transition.askers().stream()
                        .sorted()
                        .map(role -> switch (role) {
                            case CUSTOMER -> "the customer himself";
                            default ->
                                role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
                        })
                        .collect(Collectors.joining(", "));
    }
}
