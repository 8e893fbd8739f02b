package rolt.web.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.drawing.ForceCurveSvg;
import rolt.drawing.ForceCurvesSvg;
import rolt.web.Page;
import rolt.web.builder.BuildParts;

/**
 * Switches side by side.
 *
 * @param switches those compared, in the order they were asked for
 * @param offered what can be compared
 * @param left how many more were asked for than can be shown
 */
public record SwitchComparison(List<Product> switches, List<ProductItem> offered, int left) {

    /** A row of the table; null in a cell where a switch does not say it. */
    public record Row(String label, List<String> cells) {}

    /** Prices, then what the specs tell; a row that no switch says is left out. */
    public List<Row> rows(Page page) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                page.text("switches.price"),
                switches.stream().map(each -> page.price(unitPrice(each))).toList()));
        Specs.SHOWN.get(Kind.SWITCH).stream()
                .flatMap(path -> row(page, path).stream())
                .forEach(rows::add);
        return rows;
    }

    private Optional<Row> row(Page page, String path) {
        List<Specs.Row> told = new ArrayList<>();
        switches.forEach(each -> told.add(Specs.row(page, each, path)));
        return told.stream().filter(Objects::nonNull).findFirst().map(first -> new Row(first.label(), words(told)));
    }

    private static List<String> words(List<Specs.Row> told) {
        List<String> words = new ArrayList<>();
        told.forEach(each -> words.add(each == null ? null : each.words()));
        return words;
    }

    /** What one switch costs in the pack that is cheapest by the piece, in đồng. */
    static long unitPrice(Product product) {
        return product.variants().stream()
                .mapToLong(variant -> Math.ceilDiv(variant.price(), BuildParts.packSize(variant)))
                .min()
                .orElseThrow();
    }

    /** All measured curves in one drawing; empty where none was measured. */
    public Optional<String> curves(Page page) {
        List<ForceCurvesSvg.Placed> curves = IntStream.range(0, switches.size())
                .boxed()
                .flatMap(place -> ForceCurveSvg.told(switches.get(place).specs()).stream()
                        .map(curve -> new ForceCurvesSvg.Placed(place, curve)))
                .toList();
        String names = switches.stream().map(Product::name).collect(Collectors.joining(", "));
        ForceCurvesSvg.Words words = new ForceCurvesSvg.Words(
                page.text("curve.of", "name", names), page.text("switches.force"), page.text("switches.travel"));
        return curves.isEmpty() ? Optional.empty() : Optional.of(ForceCurvesSvg.draw(curves, words));
    }

    public boolean has(String code) {
        return switches.stream().anyMatch(each -> each.code().equals(code));
    }

    /** The address of this comparison without one of the switches. */
    public String without(Product dropped) {
        return address(switches.stream().filter(each -> each != dropped).map(Product::code));
    }

    private static String address(Stream<String> codes) {
        String list = codes.collect(Collectors.joining(","));
        return list.isEmpty() ? "/switches/compare" : "/switches/compare?s=" + list;
    }
}
