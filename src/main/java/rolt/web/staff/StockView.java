package rolt.web.staff;

import java.util.Objects;
import rolt.stock.StockMessages.StockDetail;
import rolt.stock.StockMessages.StockItem;
import rolt.stock.StockMessages.StockMovementList;
import rolt.web.Form;
import rolt.web.Page;

/** What the page of a variant's stock shows. */
public record StockView(StockDetail detail, StockMovementList ledger, StockForms forms) {
    public StockItem stock() {
        return detail.stock();
    }

    public Form form() {
        return forms.form();
    }

    /**
     * What the person who counts has seen: what is shown now, or what was shown before a refusal for another reason, so
     * that correcting the form hides no change. A stock that was never counted has none.
     */
    public String expectedOnHand() {
        int shown = Objects.requireNonNullElse(stock().onHand(), 0);
        return form().values().getOrDefault(StockForms.EXPECTED, String.valueOf(shown));
    }

    /** A change with its sign. */
    public static String change(Page page, int delta) {
        return (delta < 0 ? "−" : "+") + page.number(Math.abs(delta));
    }
}
