package rolt.web;

import rolt.stock.StockMessages.StockDetail;
import rolt.stock.StockMessages.StockItem;
import rolt.stock.StockMessages.StockMovementList;

/** What the page of a variant's stock shows. */
public record StockView(StockDetail detail, StockMovementList ledger, StockForms forms) {
    public StockItem stock() {
        return detail.stock();
    }

    public Form form() {
        return forms.form();
    }

    /** A change with its sign. */
    public static String change(Page page, int delta) {
        return (delta < 0 ? "−" : "+") + page.number(Math.abs(delta));
    }
}
