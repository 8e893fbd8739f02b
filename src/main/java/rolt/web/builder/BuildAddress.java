package rolt.web.builder;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.FitMessages.Slot;

/**
 * A build as the query of its address:
 * {@code kit=SKU&o=0,1&sw=SKU:packs:keys&caps=SKU,SKU&art=SKU&acc=SKU:2&sv=SKU:units&own=KIT&lang=EN}. In the place of a
 * SKU a product's code may stand. A form sends lists as repeated parameters, options as {@code o0}, {@code o1} and the
 * keys of mixed switches as {@code keys.SKU}; all of it is read alike, and what cannot be read asks for nothing.
 */
final class BuildAddress {
    private static final int MOST_PICKS = 10;
    private static final int MOST_PARTS = 20;
    private static final int MOST_OPTIONS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,80}");
    private static final int MOST_OF_A_PART = 99;
    private static final int MOST_UNITS = 999;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private BuildAddress() {}

    /**
     * What an address asks for.
     *
     * @param named as a selection, in which product codes may stand for SKUs
     * @param kit the product that was ticked in the form; empty where the address does not come from there, as below
     * @param switches the product that was ticked
     * @param caps the product that was ticked
     * @param optionsOf the kit to which the options of the form belonged
     * @param mixed switches that were ticked beside those named
     */
    record Wish(Selection named, String kit, String switches, String caps, String optionsOf, List<String> mixed) {}

    static Wish read(MultiMap query) {
        List<String> kits = names(query, "kit");
        Selection named = new Selection(
                kits.isEmpty() ? null : kits.getFirst(),
                choices(query),
                switches(query),
                names(query, "caps"),
                names(query, "art"),
                picks(query, "acc", MOST_OF_A_PART),
                picks(query, "sv", MOST_UNITS),
                words(query, "own", Slot.class).distinct().toList(),
                words(query, "lang", LegendLanguage.class).findFirst().orElse(null));
        return new Wish(
                named,
                one(query, "kit.of"),
                one(query, "sw.of"),
                one(query, "caps.of"),
                one(query, "o.of"),
                names(query, "sw.and"));
    }

    /** Each parameter once, in a steady order. */
    static Map<String, String> parameters(Selection selection) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("kit", Objects.requireNonNullElse(selection.kitSku(), ""));
        parameters.put("o", joined(selection.choices().stream().map(String::valueOf)));
        parameters.put("sw", joined(selection.switches().stream().map(BuildAddress::word)));
        parameters.put("caps", joined(selection.keycapSkus().stream()));
        parameters.put("art", joined(selection.artisanSkus().stream()));
        parameters.put("acc", joined(selection.accessories().stream().map(BuildAddress::word)));
        parameters.put("sv", joined(selection.services().stream().map(BuildAddress::word)));
        parameters.put("own", joined(selection.owned().stream().map(Slot::name)));
        parameters.put("lang", Objects.toString(selection.legendLanguage(), ""));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** The address of a build in the builder; SKUs need no encoding. */
    static String of(Selection selection) {
        String query = parameters(selection).entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/build" : "/build?" + query;
    }

    /** A pick as one word of the address. */
    static String word(Pick pick) {
        String packs = pick.sku() + (pick.quantity() == null ? "" : ":" + pick.quantity());
        return pick.positions() == null ? packs : packs + (pick.quantity() == null ? "::" : ":") + pick.positions();
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(","));
    }

    private static String one(MultiMap query, String name) {
        return words(query, name).filter(NAME.asMatchPredicate()).findFirst().orElse("");
    }

    private static List<String> names(MultiMap query, String name) {
        return words(query, name)
                .filter(NAME.asMatchPredicate())
                .distinct()
                .limit(MOST_PARTS)
                .toList();
    }

    private static Stream<String> words(MultiMap query, String name) {
        return query.getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip);
    }

    private static List<Pick> picks(MultiMap query, String name, int most) {
        Set<String> seen = new HashSet<>();
        return words(query, name)
                .map(word -> word.split(":", 3))
                .filter(word -> NAME.matcher(word[0]).matches() && seen.add(word[0]))
                .map(word -> new Pick(word[0], number(word, 1, most), number(word, 2, MOST_UNITS)))
                .limit(MOST_PICKS)
                .toList();
    }

    private static Integer number(String[] word, int at, int most) {
        return word.length <= at ? null : number(word[at], most);
    }

    /** Null for what is no number from 1. */
    private static Integer number(String word, int most) {
        int number = number(word).orElse(0);
        return number < 1 || number > most ? null : (Integer) number;
    }

    private static <E extends Enum<E>> Stream<E> words(MultiMap query, String name, Class<E> type) {
        List<String> asked = words(query, name).toList();
        return Arrays.stream(type.getEnumConstants()).filter(each -> asked.contains(each.name()));
    }

    /** The keys that each is for may be told apart from it, as {@code keys.NAME}; then its packs are counted anew. */
    private static List<Pick> switches(MultiMap query) {
        return picks(query, "sw", MOST_OF_A_PART).stream()
                .map(pick -> {
                    String told = query.get("keys." + pick.sku());
                    Integer keys = told == null ? pick.positions() : number(told.strip(), MOST_UNITS);
                    return Objects.equals(keys, pick.positions()) ? pick : new Pick(pick.sku(), null, keys);
                })
                .toList();
    }

    /** The list {@code o}, over it {@code o0}, {@code o1}, ... */
    private static List<Integer> choices(MultiMap query) {
        List<Integer> choices = new ArrayList<>(words(query, "o")
                .filter(word -> !word.isEmpty())
                .map(word -> choice(word))
                .limit(MOST_OPTIONS)
                .toList());
        for (int option = 0; option < MOST_OPTIONS; option++) {
            String value = query.get("o" + option);
            if (value != null) {
                while (choices.size() <= option) {
                    choices.add(0);
                }
                choices.set(option, choice(value));
            }
        }
        return choices;
    }

    private static int choice(String word) {
        int choice = number(word).orElse(0);
        return choice < MOST_OPTIONS ? choice : 0;
    }

    private static OptionalInt number(String word) {
        return NUMBER.matcher(word).matches() ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }
}
