package rolt.web.builder;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rolt.catalog.CatalogMessages.Kind;
import rolt.web.Page;

/**
 * How the builder's page is looked at, beside the build itself: {@code all=1} shows what does not fit, too;
 * {@code q.SWITCH}, {@code f.SWITCH} and {@code p.SWITCH} narrow and lengthen the list of a kind, {@code s} ticks switches
 * to compare, {@code key} tells of a key, {@code room} is the chat for whose customer is chosen.
 *
 * @param everything whether what does not fit is shown
 * @param lists how the list of a kind is narrowed, for those that are
 * @param compared codes of switches
 * @param key the place of a key among those of the board, null for none
 * @param room the code of a room of the chat; empty for none
 */
record BuildLook(boolean everything, Map<Kind, Narrowing> lists, Set<String> compared, Integer key, String room) {
    static final BuildLook NONE = new BuildLook(false, Map.of(), Set.of(), null, "");

    private static final int MOST_COMPARED = 20;
    private static final int MOST_CHOICES = 6;
    private static final int LONGEST = 80;
    private static final int MOST_PAGES = 10;
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9]+:[^,\\p{Cntrl}]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern ROOM = Pattern.compile("support-[0-9a-z]{6}-[0-9]{3,6}");

    /**
     * @param words that each must be found; empty for any
     * @param choices of facets, as {@code name:value}
     * @param pages how many are shown, from 1
     */
    record Narrowing(String words, List<String> choices, int pages) {
        static final Narrowing NONE = new Narrowing("", List.of(), 1);

        boolean narrows() {
            return !words.isEmpty() || !choices.isEmpty();
        }
    }

    static BuildLook read(MultiMap query) {
        Map<Kind, Narrowing> lists = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Narrowing list = narrowing(query, kind);
            if (!list.equals(Narrowing.NONE)) {
                lists.put(kind, list);
            }
        }
        Set<String> compared = query.getAll("s").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .limit(MOST_COMPARED)
                .collect(Collectors.toSet());
        String key = query.get("key");
        boolean told = key != null && NUMBER.matcher(key).matches();
        String room = query.get("room");
        return new BuildLook(
                "1".equals(query.get("all")),
                lists,
                compared,
                told ? Integer.valueOf(key) : null,
                room != null && ROOM.matcher(room).matches() ? room : "");
    }

    private static Narrowing narrowing(MultiMap query, Kind kind) {
        String words = query.contains("q." + kind)
                ? query.get("q." + kind).replaceAll("\\p{Cntrl}", " ").strip()
                : "";
        List<String> choices = query.getAll("f." + kind).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(CHOICE.asMatchPredicate())
                .distinct()
                .limit(MOST_CHOICES)
                .toList();
        String pages = query.get("p." + kind);
        boolean more = pages != null && NUMBER.matcher(pages).matches();
        return new Narrowing(
                words.substring(0, Math.min(words.length(), LONGEST)),
                choices,
                more ? Math.clamp(Integer.parseInt(pages), 1, MOST_PAGES) : 1);
    }

    Narrowing list(Kind kind) {
        return lists.getOrDefault(kind, Narrowing.NONE);
    }

    BuildLook everything(boolean shown) {
        return new BuildLook(shown, lists, compared, key, room);
    }

    BuildLook at(Integer other) {
        return new BuildLook(everything, lists, compared, other, room);
    }

    BuildLook in(String code) {
        return new BuildLook(everything, lists, compared, key, code);
    }

    BuildLook with(Kind kind, Narrowing list) {
        Map<Kind, Narrowing> changed = new EnumMap<>(Kind.class);
        changed.putAll(lists);
        changed.put(kind, list);
        return new BuildLook(everything, changed, compared, key, room);
    }

    /** The address of a page that is looked at so. What is ticked to compare is not part of it. */
    String of(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        lists.forEach((kind, list) -> {
            parameters.put("q." + kind, list.words);
            parameters.put("f." + kind, String.join(",", list.choices));
            parameters.put("p." + kind, list.pages == 1 ? "" : "" + list.pages);
        });
        parameters.put("all", everything ? "1" : "");
        parameters.put("key", key == null ? "" : "" + key);
        parameters.put("room", room);
        String query = parameters.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + Page.encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
    }
}
