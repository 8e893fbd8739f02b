package rolt.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import rolt.torture.Vnpay.Lie;

/** What can befall an order, and how often it does. */
enum Step {
    OPEN(3, Purchase::open),
    PAY(7, Purchase::pay),
    PAY_UNTOLD(3, (purchase, move) -> purchase.end(move, "success")),
    FAIL(3, Purchase::fail),
    TELL(4, Purchase::tell),
    TELL_FAILURE(2, (purchase, move) -> purchase.lie(move, Lie.FAILURE)),
    TELL_DISAGREEING(1, (purchase, move) -> purchase.lie(move, Lie.DISAGREEING)),
    TELL_NOT_FINAL(1, (purchase, move) -> purchase.lie(move, Lie.NOT_FINAL)),
    TELL_REVERSED(1, (purchase, move) -> purchase.lie(move, Lie.REVERSED)),
    TELL_SUSPICIOUS(1, (purchase, move) -> purchase.lie(move, Lie.SUSPICIOUS)),
    TELL_WRONG_AMOUNT(2, (purchase, move) -> purchase.lie(move, Lie.WRONG_AMOUNT)),
    TELL_FORGED(1, Purchase::forge),
    RETURN(1, Purchase::comeBack),
    QUERY(3, Purchase::query),
    EXPIRE(4, Purchase::expire),
    CANCEL(3, Purchase::cancel),
    STAFF_CANCEL(2, (purchase, move) -> purchase.desk().cancel(move)),
    CALL_OFF(2, (purchase, move) -> purchase.desk().callOff(move)),
    ASSEMBLE(4, (purchase, move) -> purchase.desk().assemble(move)),
    SHIP(3, (purchase, move) -> purchase.desk().ship(move)),
    DELIVER(2, (purchase, move) -> purchase.desk().deliver(move)),
    WORK(6, (purchase, move) -> purchase.technician().work(move)),
    HOLD_WORK(1, (purchase, move) -> purchase.technician().hold(move)),
    RESUME_WORK(2, (purchase, move) -> purchase.technician().resume(move)),
    REOPEN_WORK(2, (purchase, move) -> purchase.technician().reopen(move)),
    CLAIM(3, (purchase, move) -> purchase.technician().claim(move)),
    ANSWER_CLAIM(5, (purchase, move) -> purchase.technician().answer(move)),
    VOID_WARRANTY(3, (purchase, move) -> purchase.technician().makeVoid(move)),
    REFUND_ALL(2, (purchase, move) -> purchase.desk().refund(move, 1)),
    REFUND_HALF(2, (purchase, move) -> purchase.desk().refund(move, 2)),
    REFUND_THIRD(2, (purchase, move) -> purchase.desk().refund(move, 3)),
    DECIDE(5, (purchase, move) -> purchase.desk().decide(move)),
    DISMISS(1, (purchase, move) -> purchase.desk().dismiss(move)),
    READ(1, Purchase::read);

    private static final List<Step> OFTEN = Arrays.stream(values())
            .flatMap(step -> Stream.generate(() -> step).limit(step.weight))
            .toList();

    private final int weight;
    private final BiConsumer<Purchase, Move> action;

    Step(int weight, BiConsumer<Purchase, Move> action) {
        this.weight = weight;
        this.action = action;
    }

    static Step draw(Random random) {
        return OFTEN.get(random.nextInt(OFTEN.size()));
    }

    void take(Purchase purchase, Move move) {
        action.accept(purchase, move);
    }
}
