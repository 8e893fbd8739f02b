package rolt.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rolt.builder.BuilderMessages.KitOption;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.Variant;
import rolt.drawing.LiveKeys;
import rolt.layout.LayoutMessages;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.platform.Money;

/** The keys of the drawn board: each a link that tells of it. */
public final class BuildKeys {
    private static final double SPACE_BAR = 3;

    private final BuildView build;
    private final Board board;
    private final Set<Integer> bare;

    BuildKeys(BuildView build) {
        this.build = build;
        this.board = build.quote().board();
        this.bare = board == null ? Set.of() : bare();
    }

    /** One thing about a key. */
    public record Fact(String label, String words) {}

    /** The board as it will look, its keys links; without a kit there are none to tell of. */
    public String drawing(Page page, String title) {
        String drawing = build.drawing(title);
        if (board == null) {
            return drawing;
        }
        List<LiveKeys.Mark> marks = IntStream.range(0, board.keys().size())
                .filter(key -> board.keys().get(key).kind() != LayoutMessages.Kind.DECAL)
                .mapToObj(key -> mark(page, key))
                .toList();
        return LiveKeys.over(drawing, board, title, marks);
    }

    private LiveKeys.Mark mark(Page page, int key) {
        String name = name(page, board.keys().get(key));
        boolean uncovered = bare.contains(key);
        return new LiveKeys.Mark(
                key,
                page.link(build.look().at(key).of(BuildAddress.of(build.selection()))) + "#view",
                uncovered ? page.text("key.bare", "name", name) : name,
                Objects.equals(build.look().key(), key),
                uncovered);
    }

    private static String name(Page page, Key key) {
        String row = BuildWords.lower(page.text("value.row." + key.row()));
        return page.text("key.name", "legend", legend(page, key), "size", size(page, key), "row", row);
    }

    private static String legend(Page page, Key key) {
        if (key.kind() == LayoutMessages.Kind.KNOB) {
            return page.text("key.knob");
        }
        if (!key.legend().isBlank()) {
            return key.legend().replace("\n", " ");
        }
        return page.text(key.shape().w() >= SPACE_BAR ? "key.space" : "key.none");
    }

    private static String size(Page page, Key key) {
        String width = Money.decimal(key.shape().w(), page.language());
        String height = Money.decimal(key.shape().h(), page.language());
        if (!key.shape().plain() && !key.stepped()) {
            return page.text("verdict.size.iso");
        }
        return page.text(key.shape().h() == 1 ? "verdict.size" : "verdict.size.tall", "w", width, "h", height);
    }

    /** How many keys no chosen cap covers. */
    public int bareCount() {
        return bare.size();
    }

    /** The keys that rule K01 names, by shape and row. */
    private Set<Integer> bare() {
        Set<Integer> keys = new HashSet<>();
        build.quote().verdicts().stream()
                .filter(verdict -> verdict.rule().equals("K01") && !verdict.unknown())
                .flatMap(verdict -> ((List<?>) verdict.params().getOrDefault("missing", List.of())).stream())
                .forEach(cap -> take(keys, new CapSize((Map<?, ?>) cap)));
        return keys;
    }

    private void take(Set<Integer> keys, CapSize cap) {
        IntStream.range(0, board.keys().size())
                .filter(key -> !keys.contains(key) && cap.covers(board.keys().get(key)))
                .limit(cap.count())
                .forEach(keys::add);
    }

    /** The key that the address asks about. */
    public Optional<Key> asked() {
        Integer key = build.look().key();
        return board == null || key == null || key >= board.keys().size()
                ? Optional.empty()
                : Optional.of(board.keys().get(key));
    }

    public String title(Page page, Key key) {
        return page.text("key.title", "legend", legend(page, key));
    }

    /** What there is to know about the key that is asked about. */
    public List<Fact> facts(Page page, Key key) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(page.text("key.size"), size(page, key)));
        facts.add(new Fact(page.text("key.row"), page.text("value.row." + key.row())));
        if (key.kind() == LayoutMessages.Kind.SWITCH) {
            facts.add(new Fact(page.text("key.cap"), cap(page, key)));
            facts.add(new Fact(page.text("key.switch"), switches(page)));
            if (key.shape().stabiliser() > 0) {
                String width = Money.decimal(key.shape().stabiliser(), page.language());
                facts.add(new Fact(page.text("key.stabiliser"), page.text("verdict.size", "w", width)));
            }
        }
        return facts;
    }

    private String switches(Page page) {
        String names = BuildWords.names(build.quote().lines(), Kind.SWITCH);
        return names.isEmpty() ? page.text("key.switch.open") : names;
    }

    /** The kit that has the cap, of those with one for the key's row before others. */
    private String cap(Page page, Key key) {
        if (build.lines(Kind.KEYCAP_SET).isEmpty()) {
            return page.text("key.cap.open");
        }
        return bare.contains(build.look().key())
                ? page.text("key.cap.none")
                : holders(key, true).or(() -> holders(key, false)).orElseGet(() -> page.text("key.cap.none"));
    }

    private Optional<String> holders(Key key, boolean sameRow) {
        for (Product set : build.chosen(Kind.KEYCAP_SET)) {
            for (Variant kit : set.variants()) {
                if (build.has(kit.sku()) && holds(kit, key, sameRow)) {
                    return Optional.of(set.name() + " · " + kit.name());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Variant kit, Key key, boolean sameRow) {
        return kit.attributes().get("caps") instanceof List<?> caps
                && caps.stream()
                        .map(cap -> new CapSize((Map<?, ?>) cap))
                        .anyMatch(cap -> sameRow ? cap.covers(key) : cap.fits(key));
    }

    /** The option of the layout that the key belongs to, by its number. */
    public Optional<Integer> option() {
        return IntStream.range(0, build.layout().options().size())
                .boxed()
                .filter(option ->
                        options().get(option).keys().contains(build.look().key()))
                .findFirst();
    }

    private List<KitOption> options() {
        return build.layout().options();
    }

    /** A cap as data tell it: a shape, a row and how many there are. */
    private record CapSize(Map<?, ?> cap) {
        private double length(String name, double otherwise) {
            return cap.get(name) instanceof Number told ? told.doubleValue() : otherwise;
        }

        int count() {
            return (int) length("count", 1);
        }

        boolean fits(Key key) {
            var shape = key.shape();
            return length("w", 1) == shape.w()
                    && length("h", 1) == shape.h()
                    && length("w2", shape.plain() ? shape.w() : 0) == shape.w2()
                    && length("h2", shape.plain() ? shape.h() : 0) == shape.h2();
        }

        boolean covers(Key key) {
            return fits(key) && key.row().name().equals(cap.get("row"));
        }
    }
}
