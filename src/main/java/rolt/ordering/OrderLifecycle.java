package rolt.ordering;

import static rolt.ordering.OrderingMessages.State.CANCELLED;
import static rolt.ordering.OrderingMessages.State.EXPIRED;
import static rolt.ordering.OrderingMessages.State.PAID;
import static rolt.ordering.OrderingMessages.State.PENDING_PAYMENT;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rolt.ordering.OrderingMessages.OrderChanged;
import rolt.ordering.OrderingMessages.Receipt;
import rolt.ordering.OrderingMessages.ReceiptLine;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Bus;
import rolt.platform.Json;
import rolt.platform.Language;
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

    /** What a transition does to the stock that the order holds. */
    private enum Effect {
        COMMIT,
        RELEASE
    }

    /** The transitions. */
    public enum Transition {
        PAY(Set.of(PENDING_PAYMENT), PAID, Effect.COMMIT),
        CANCEL(Set.of(PENDING_PAYMENT), CANCELLED, Effect.RELEASE),
        EXPIRE(Set.of(PENDING_PAYMENT), EXPIRED, Effect.RELEASE);

        private final Set<State> from;
        private final State to;
        private final Effect effect;

        Transition(Set<State> from, State to, Effect effect) {
            this.from = from;
            this.to = to;
            this.effect = effect;
        }

        /** Whether an order in that state may take it. */
        public boolean possibleFrom(State state) {
            return from.contains(state);
        }
    }

    /**
     * Why and by whom an order moves.
     *
     * @param cause names the occasion, for example a payment reference; the same occasion moves an order once
     * @param actor null for the shop itself
     */
    public record Reason(String cause, UUID actor) {}

    /** What the world is told of an order that moved. */
    public record Moved(UUID id, String code, State state, String email, Language language, Receipt receipt) {}

    private static final String MOVE = """
            with moved as (
                update ordering.orders set state = $3,
                    paid_at = case when $3 = 'PAID' then coalesce(paid_at, now()) else paid_at end
                where id = $1 and state = any($2)
                returning orders.*, old.state as from_state),
            noted as (
                insert into ordering.history (order_id, transition, cause, from_state, to_state, actor_id)
                select id, $4, $5, from_state, state, $6 from moved)
            select m.id, m.code, m.state, m.email, m.language, m.recipient,
                m.goods_total, m.shipping_fee, m.total, m.vat,
                (select jsonb_agg(jsonb_build_object('quantity', l.quantity, 'total', l.total, 'name',
                        case m.language when 'EN' then l.name_en else l.name_vi end) order by l.position)
                 from ordering.line l where l.order_id = m.id) as lines
            from moved m
            """;

    private static final String EXTEND = """
            update ordering.orders set reserved_until = greatest(reserved_until, $2)
            where id = $1 and state = 'PENDING_PAYMENT'
            """;

    private OrderLifecycle() {}

    /** Moves an order; empty where its state does not allow it (it has moved already). */
    public static Optional<Moved> move(Transaction transaction, UUID order, Transition transition, Reason reason) {
        Optional<Moved> moved = transaction.find(
                MOVE,
                OrderLifecycle::moved,
                order,
                transition.from.stream().map(State::name).toArray(String[]::new),
                transition.to,
                transition,
                reason.cause(),
                reason.actor());
        moved.ifPresent(done -> settleStock(transaction, done.id(), transition.effect, reason));
        return moved;
    }

    private static void settleStock(Transaction transaction, UUID order, Effect effect, Reason reason) {
        switch (effect) {
            case COMMIT -> StockLedger.commit(transaction, order, reason.actor());
            case RELEASE -> StockLedger.release(transaction, List.of(order), reason.actor());
        }
    }

    /** Holds an unpaid order's stock until then, never shorter than before. */
    public static void extend(Transaction transaction, UUID order, Instant until) {
        transaction.send(EXTEND, order, until);
    }

    /** Tells whoever follows the order; after the commit only. */
    public static void announce(Bus bus, Moved moved) {
        bus.publish("ordering.orderChanged." + moved.code(), new OrderChanged(moved.code(), moved.state()));
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
                Json.list(row.getJsonArray("lines"), ReceiptLine.class),
                row.getLong("goods_total"),
                row.getLong("shipping_fee"),
                row.getLong("total"),
                row.getLong("vat"),
                Json.record(row.getJsonObject("recipient"), Recipient.class));
    }
}
