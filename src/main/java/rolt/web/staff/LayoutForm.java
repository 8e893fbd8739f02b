package rolt.web.staff;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rolt.catalog.CatalogMessages.Product;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.LayoutChoice;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.platform.Problem;
import rolt.platform.Text;
import rolt.web.Form;

/**
 * A kit's layout as its form has it. Fields are named as {@code catalog.changeLayout} names its input; the keys travel
 * as a file.
 *
 * @param seen when the kit that staff look at was changed
 * @param layout null for a kit that has none
 * @param stored whether it is the kit's, and not only looked at
 * @param shown the choices that are drawn, by option
 */
public record LayoutForm(Product kit, Instant seen, LayoutSpec layout, boolean stored, Map<Integer, Integer> shown) {
    /** Empty lines for more corrections. */
    static final int BLANKS = 3;

    private static final int MOST_ROWS = 1000;

    /** @throws Problem 400 where the keys, which nobody types, are not as they were given */
    static LayoutForm sent(RoutingContext ctx, Product kit, Instant seen) {
        LayoutSpec keys = LayoutFile.read(Form.field(ctx, "layout"));
        List<LayoutOption> options = IntStream.range(0, keys.options().size())
                .mapToObj(i -> option(ctx, "options." + i, keys.options().get(i)))
                .toList();
        Map<Integer, Integer> shown = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            int choice = number(Form.field(ctx, "shown." + i));
            shown.put(i, choice < options.get(i).choices().size() ? Math.max(choice, 0) : 0);
        }
        return new LayoutForm(kit, seen, new LayoutSpec(keys.keymap(), options, rows(ctx)), false, shown);
    }

    /** With the layout as it would be stored. */
    LayoutForm normal() {
        return new LayoutForm(kit, seen, LayoutFile.normal(layout), stored, shown);
    }

    private static LayoutOption option(RoutingContext ctx, String field, LayoutOption option) {
        List<LayoutChoice> choices = IntStream.range(0, option.choices().size())
                .mapToObj(i -> field + ".choices." + i)
                .map(choice -> new LayoutChoice(
                        text(ctx, choice), support(ctx, choice + ".plate"), support(ctx, choice + ".pcb")))
                .toList();
        return new LayoutOption(text(ctx, field), choices);
    }

    private static Text text(RoutingContext ctx, String field) {
        return new Text(Form.field(ctx, field + ".name.vi"), Form.field(ctx, field + ".name.en"));
    }

    /** Null for unknown. */
    private static Boolean support(RoutingContext ctx, String field) {
        String support = Form.field(ctx, field);
        return support.isEmpty() ? null : Boolean.valueOf(support);
    }

    /** A line without a number is left out; one whose number is none is left to the contract to refuse. */
    private static List<RowCorrection> rows(RoutingContext ctx) {
        List<RowCorrection> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS + BLANKS && ctx.request().formAttributes().contains("rows." + i + ".key"); i++) {
            String key = Form.field(ctx, "rows." + i + ".key");
            if (!key.isEmpty()) {
                rows.add(new RowCorrection(number(key), row(Form.field(ctx, "rows." + i + ".row"))));
            }
        }
        return rows;
    }

    private static Row row(String name) {
        return List.of(Row.values()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("rows", "enum"));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    }
}
