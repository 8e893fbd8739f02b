package rolt.web.builder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.ObstacleCode;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.cart.CartMessages.CartLine;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.media.MediaMessages.Picture;
import rolt.ordering.OrderingMessages.Line;
import rolt.platform.Json;
import rolt.platform.Money;
import rolt.platform.Problem;
import rolt.web.Page;
import rolt.web.builder.VerdictWords.Named;

/** The numbers of a build in words. */
public final class BuildWords {
    private BuildWords() {}

    /** Why a line has its quantity. */
    public static String why(Page page, QuoteLine line) {
        String key = "build.why." + line.why().code();
        Map<String, Object> params = Map.copyOf(line.why().params());
        boolean open = line.quantity() == 0 || Integer.valueOf(0).equals(params.get("need"));
        return page.find(open ? key + ".open" : key, params).orElse("");
    }

    /** What stands against buying a line; empty where nothing does. */
    public static String against(Page page, QuoteLine line) {
        if (line.withdrawn()) {
            return page.text("build.withdrawn");
        }
        if (line.shortOf() == null) {
            return "";
        }
        return line.available() == 0
                ? page.text("stock.none")
                : page.text("build.short", "available", line.available(), "short", line.shortOf());
    }

    /** The stabilisers of the chosen layout: {@code 4 × 2u, 1 × 6,25u}. */
    public static String stabilisers(Page page, BuildQuote quote) {
        return quote.stabilisers().stream().map(one -> stabiliser(page, one)).collect(Collectors.joining(", "));
    }

    private static String stabiliser(Page page, StabiliserCount one) {
        return one.count() + " × " + Money.decimal(one.width(), page.language()) + "u";
    }

    /** What stands in the way of ordering a build. */
    public static String obstacle(Page page, Obstacle obstacle) {
        String what = obstacle.what().stream()
                .map(word -> obstacle.code() == ObstacleCode.INCOMPLETE ? page.text("build.slot." + word) : word)
                .collect(Collectors.joining(", "));
        return page.text("obstacle." + obstacle.code(), "what", what);
    }

    /** What a rule of fit says of a build. */
    public static String verdict(Page page, Verdict verdict, BuildQuote build) {
        List<Named> parts = build.lines().stream()
                .map(line -> new Named(line.sku(), line.kind(), line.name()))
                .toList();
        return new VerdictWords(page).reason(verdict, parts);
    }

    /** What a rule of fit says of a build in the cart, in full, because it is to be agreed to. */
    public static String verdict(Page page, Verdict verdict, List<CartLine> lines) {
        List<Named> parts = lines.stream()
                .map(line -> new Named(line.sku(), Kind.valueOf(line.kind()), line.name()))
                .toList();
        return new VerdictWords(page).reason(verdict, parts);
    }

    /** What a rule of fit said of an ordered build; in a few words where it is told in another way by now. */
    public static String verdictThen(Page page, Verdict verdict, List<Line> lines) {
        List<Named> parts = lines.stream()
                .map(line -> new Named(line.sku(), Kind.valueOf(line.kind()), line.name()))
                .toList();
        VerdictWords words = new VerdictWords(page);
        try {
            return words.reason(verdict, parts);
        } catch (NoSuchElementException otherwise) {
            return words.brief(verdict.rule());
        }
    }

    /** Places of a build with commas. */
    public static String slots(Page page, List<Slot> slots) {
        return slots.stream()
                .map(slot -> page.find("build.slot." + slot, Map.of()).orElse(slot.name()))
                .collect(Collectors.joining(", "));
    }

    /** The picture of a preset or a shared build: the uploaded one, or else the drawn one. */
    public static String picture(Page page, Picture uploaded, String code) {
        return uploaded == null ? page.picture("builds/" + code) : uploaded.large();
    }

    /** A build as the fields of a form. */
    public static Map<String, String> fields(Selection selection) {
        return BuildAddress.parameters(selection);
    }

    /** Where the builder opens with this build. */
    public static String address(Selection selection) {
        return BuildAddress.of(selection);
    }

    /** Where the builder opens with this build, to propose another one in a room of the chat. */
    public static String address(Selection selection, String room) {
        return BuildLook.NONE.in(room).of(address(selection));
    }

    /** Where what is left of a build that is outdated can be built anew. */
    public static String anew(Problem outdated) {
        Object selection = outdated.params().get("selection");
        return selection == null ? "/build" : address(Json.record(selection, Selection.class));
    }

    /** What is still to be chosen. */
    public static String missing(Page page, BuildQuote quote) {
        return quote.missing().stream()
                .map(slot -> page.text("build.slot." + slot))
                .collect(Collectors.joining(", "));
    }

    /** The name of a part, without the version that stands beside it. */
    static String name(QuoteLine line) {
        return name(line.name());
    }

    static String name(String partAndVersion) {
        return partAndVersion.replaceFirst(" · .*", "");
    }

    /** Words that go on in a sentence. */
    public static String lower(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The names of the chosen parts of a kind, without the versions that stand beside them. */
    public static String names(List<QuoteLine> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(BuildWords::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
