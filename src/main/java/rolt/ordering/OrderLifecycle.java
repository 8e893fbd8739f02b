package rolt.ordering;

import static rolt.ordering.OrderingMessages.State.CANCELLED;
import static rolt.ordering.OrderingMessages.State.DELIVERED;
import static rolt.ordering.OrderingMessages.State.EXPIRED;
import static rolt.ordering.OrderingMessages.State.IN_ASSEMBLY;
import static rolt.ordering.OrderingMessages.State.PAID;
import static rolt.ordering.OrderingMessages.State.PENDING_PAYMENT;
import static rolt.ordering.OrderingMessages.State.SHIPPED;
import static rolt.platform.Role.ADMIN;
import static rolt.platform.Role.CUSTOMER;
import static rolt.platform.Role.FINANCE;
import static rolt.platform.Role.SUPPORT;
import static rolt.platform.Role.TECHNICIAN;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.ordering.OrderingMessages.OrderChanged;
import rolt.ordering.OrderingMessages.Receipt;
import rolt.ordering.OrderingMessages.ReceiptLine;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Bus;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Role;
import rolt.platform.Transaction;
import rolt.stock.StockLedger;

/**
 * The door to the order's state, and the table that says how it moves. Every change goes through here, happens at most
 * once by (order, transition, cause), does to the stock what the table says, and is written into the order's history.
 */
public final class OrderLifecycle {
    /** A new order is held so long without any payment attempt. */
    public static final Duration FIRST_HOLD = Duration.ofMinutes(15);
    /** Payment attempts extend the hold up to so long after the order was placed. */
    public static final Duration LONGEST_HOLD = Duration.ofMinutes(60);

    /** What a transition does to the stock that the order holds or has taken. */
    enum Effect {
        NONE,
        COMMIT,
        RELEASE,
        TAKE_AGAIN,
        RETURN
    }

    /** From which states an order moves: one that holds a service of the bench, and one that does not. */
    record From(Set<State> withService, Set<State> withoutService) {
        static From any(State... states) {
            return new From(Set.of(states), Set.of(states));
        }
    }

    /**
     * The state table: from where, to where, what becomes of the stock, and who may ask for it. A customer may ask for
     * his own orders only; where nobody may ask, the shop moves the order by itself.
     */
    public enum Transition {
        PAY(From.any(PENDING_PAYMENT), PAID, Effect.COMMIT, Set.of()),
        PAY_LATE(From.any(EXPIRED), PAID, Effect.TAKE_AGAIN, Set.of()),
        CANCEL(From.any(PENDING_PAYMENT), CANCELLED, Effect.RELEASE, Set.of(CUSTOMER, SUPPORT, FINANCE, ADMIN)),
        EXPIRE(From.any(PENDING_PAYMENT), EXPIRED, Effect.RELEASE, Set.of()),
        BEGIN_ASSEMBLY(new From(Set.of(PAID), Set.of()), IN_ASSEMBLY, Effect.NONE, Set.of(TECHNICIAN, ADMIN)),
        SHIP(new From(Set.of(IN_ASSEMBLY), Set.of(PAID)), SHIPPED, Effect.NONE, Set.of(SUPPORT, TECHNICIAN, ADMIN)),
        DELIVER(From.any(SHIPPED), DELIVERED, Effect.NONE, Set.of(SUPPORT, TECHNICIAN, ADMIN)),
        CALL_OFF(From.any(PAID, IN_ASSEMBLY), CANCELLED, Effect.RETURN, Set.of(SUPPORT, FINANCE, ADMIN));

        private final From from;
        private final State to;
        private final Effect effect;
        private final Set<Role> askers;

        Transition(From from, State to, Effect effect, Set<Role> askers) {
            this.from = from;
            this.to = to;
            this.effect = effect;
            this.askers = askers;
        }

        /** Whether an order in that state may take it, whatever it holds. */
        public boolean possibleFrom(State state) {
            return from.withService().contains(state) || from.withoutService().contains(state);
        }

        /** Whether an order in that state may take it. */
        boolean possibleFrom(State state, boolean withService) {
            return (withService ? from.withService() : from.withoutService()).contains(state);
        }

        /** Whether one of the roles lets its bearer ask for it, whosever the order is. */
        boolean mayAsk(Set<Role> roles) {
            return roles.stream().anyMatch(role -> role != CUSTOMER && askers.contains(role));
        }

        From from() {
            return from;
        }

        State to() {
            return to;
        }

        Effect effect() {
            return effect;
        }

        Set<Role> askers() {
            return askers;
        }
    }

    /**
     * Why and by whom an order moves.
     *
     * @param cause names the occasion, for example a payment reference; the same occasion moves an order once
     * @param actor null for the shop itself
     * @param words what the actor wrote about it, or null
     */
    public record Reason(String cause, UUID actor, String words) {
        public Reason(String cause, UUID actor) {
            this(cause, actor, null);
        }
    }

    /** What the world is told of an order that moved. */
    public record Moved(UUID id, String code, State state, String email, Language language, Receipt receipt) {}

    private static final String MOVE = """
            with moved as (
                update ordering.orders set state = $3,
                    paid_at = case when $3 = 'PAID' then coalesce(paid_at, now()) else paid_at end
                where id = $1 and state = any(case
                    when exists (select from ordering.line where order_id = $1 and kind = 'SERVICE') then $2::text[]
                    else $7::text[] end)
                returning orders.*, old.state as from_state),
            noted as (
                insert into ordering.history (order_id, transition, cause, from_state, to_state, actor_id, reason)
                select id, $4, $5, from_state, state, $6, jsonb_strip_nulls(jsonb_build_object('words', $8::text))
                from moved)
            select m.id, m.code, m.state, m.email, m.language, m.recipient::text,
                m.goods_total, m.shipping_fee, m.total, m.vat,
                (select jsonb_agg(jsonb_build_object('quantity', l.quantity, 'total', l.total, 'name',
                        case m.language when 'EN' then l.name_en else l.name_vi end) order by l.position)::text
                 from ordering.line l where l.order_id = m.id) as lines
            from moved m
            """;

    private static final String EXTEND = """
            update ordering.orders set reserved_until = greatest(reserved_until, $2)
            where id = $1 and state = 'PENDING_PAYMENT'
            """;

    private static final String QUANTITIES = """
            select variant_id, sum(quantity)::int as quantity from ordering.line where order_id = $1 group by variant_id
            """;

    private OrderLifecycle() {}

    /**
     * Moves an order; empty where its state does not allow it (it has moved already).
     *
     * <p>Where the stock that {@link Transition#PAY_LATE} takes again is gone, the transaction breaks
     * {@link StockLedger#NEVER_OVERSOLD}.
     */
    public static Optional<Moved> move(Transaction transaction, UUID order, Transition transition, Reason reason) {
        Optional<Moved> moved = transaction.find(
                MOVE,
                OrderLifecycle::moved,
                order,
                names(transition.from.withService()),
                transition.to,
                transition,
                reason.cause(),
                reason.actor(),
                names(transition.from.withoutService()),
                reason.words());
        moved.ifPresent(done -> settleStock(transaction, done.id(), transition.effect, reason));
        return moved;
    }

    private static String[] names(Set<State> states) {
        return states.stream().map(State::name).toArray(String[]::new);
    }

    private static void settleStock(Transaction transaction, UUID order, Effect effect, Reason reason) {
        switch (effect) {
            case NONE -> {}
            case COMMIT -> StockLedger.commit(transaction, order, reason.actor());
            case RELEASE -> StockLedger.release(transaction, List.of(order), reason.actor());
            case TAKE_AGAIN -> takeAgain(transaction, order, reason);
            case RETURN -> StockLedger.giveBack(transaction, order, reason.actor());
        }
    }

    private static void takeAgain(Transaction transaction, UUID order, Reason reason) {
        Map<UUID, Integer> quantities = transaction
                .list(QUANTITIES, row -> Map.entry(row.getUUID("variant_id"), row.getInteger("quantity")), order)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        StockLedger.reserve(transaction, order, quantities, reason.actor());
        StockLedger.commit(transaction, order, reason.actor());
    }

    /** Holds an unpaid order's stock until then, never shorter than before. */
    public static void extend(Transaction transaction, UUID order, Instant until) {
        transaction.send(EXTEND, order, until);
    }

    /** Tells whoever follows the order; after the commit only. */
    public static void announce(Bus bus, Moved moved) {
        announce(bus, moved.code(), moved.state());
    }

    /** Tells that something about the order changed, for example its refunds; after the commit only. */
    public static void announce(Bus bus, String code, State state) {
        OrderChanged changed = new OrderChanged(code, state);
        bus.publish(OrderChanged.OF_ANY, changed);
        bus.publish(OrderChanged.OF_ANY + "." + code, changed);
    }

    private static Moved moved(Row row) {
        return new Moved(
                row.getUUID("id"),
                row.getString("code"),
                State.valueOf(row.getString("state")),
                row.getString("email"),
                Language.valueOf(row.getString("language")),
                receipt(row));
    }

    private static Receipt receipt(Row row) {
        return new Receipt(
                row.getString("code"),
                Json.list(row.getString("lines"), ReceiptLine.class),
                row.getLong("goods_total"),
                row.getLong("shipping_fee"),
                row.getLong("total"),
                row.getLong("vat"),
                Json.parse(row.getString("recipient"), Recipient.class));
    }
}
