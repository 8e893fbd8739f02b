package rolt.web.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rolt.finance.FinanceMessages.Notice;
import rolt.finance.FinanceMessages.PaymentFile;
import rolt.finance.FinanceMessages.RefundFile;
import rolt.payment.DecisionMessages.AttemptDecision;
import rolt.payment.DecisionMessages.RefundDecision;
import rolt.platform.Role;
import rolt.web.Page;

/** What the pages about money are given besides the money: who reads, how old things are, what may be decided. */
public final class MoneyView {
    private final Page page;
    private final Set<Role> roles;

    MoneyView(Page page, Set<Role> roles) {
        this.page = page;
        this.roles = roles;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** How long ago, in the largest unit that fits. */
    public String age(Instant since) {
        Duration age = Duration.between(since, Instant.now());
        if (age.toDays() > 0) {
            return page.text("money.age.days", "count", age.toDays());
        }
        return age.toHours() > 0
                ? page.text("money.age.hours", "count", age.toHours())
                : page.text("money.age.minutes", "count", Math.max(0, age.toMinutes()));
    }

    /** Why a payment waits for a person, in one sentence. */
    public String why(PaymentFile payment) {
        String reason = payment.reason() == null ? "" : "." + payment.reason();
        return page.find("money.why." + payment.state() + reason, Map.of("amount", page.price(told(payment))))
                .orElseGet(() -> page.text("money.why." + payment.state()));
    }

    public String why(RefundFile refund) {
        return page.text("money.why.refund." + refund.state());
    }

    /** The amount that VNPAY told last, in đồng; the attempt's where it told none. */
    public long told(PaymentFile payment) {
        List<Notice> notices = payment.notices();
        return notices.isEmpty() || notices.getLast().amount() == null
                ? payment.amount()
                : notices.getLast().amount();
    }

    /** A code of VNPAY with its meaning: {@code money.response}, {@code money.status} or {@code money.api}. */
    public String code(String kind, String code) {
        return page.find("money." + kind + "." + code, Map.of())
                .map(words -> code + " · " + words)
                .orElse(code);
    }

    /** What a step of a refund came with: a code of VNPAY, the settlement file, or a person's words. */
    public String note(String note) {
        if (note.equals("FILE")) {
            return page.text("money.decided.FILE");
        }
        return code("api", note);
    }

    public boolean may(AttemptDecision decision, PaymentFile payment) {
        return decision.possible(payment.state(), Duration.between(payment.createdAt(), Instant.now()));
    }

    public boolean may(RefundDecision decision, RefundFile refund) {
        return decision.possible(refund.state(), refund.reason(), refund.owner().orderState());
    }

    /** How good or bad a state of a payment or of a refund is, as the colour of its badge. */
    public String tone(Enum<?> state) {
        return switch (state.name()) {
            case "CAPTURED", "PAID_OUT" -> "good";
            case "REVIEW", "HELD", "UNKNOWN" -> "warn";
            case "REFUSED" -> "bad";
            default -> "info";
        };
    }

    /** A key for one decision. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
