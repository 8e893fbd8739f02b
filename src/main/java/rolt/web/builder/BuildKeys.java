package rolt.web.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.builder.KitLayoutMessages.KitOption;
import rolt.catalog.CatalogMessages.Kind;
import rolt.drawing.LiveKeys;
import rolt.fit.FitMessages.KitCaps;
import rolt.layout.LayoutMessages;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.platform.Money;
import rolt.web.Page;

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

    /** The keys that get no cap, once it is known that they get none. */
    private Set<Integer> bare() {
        boolean known = build.quote().verdicts().stream()
                .anyMatch(verdict -> verdict.rule().equals("K01") && !verdict.unknown());
        if (!known) {
            return Set.of();
        }
        Set<Integer> keys = IntStream.range(0, board.keys().size())
                .filter(key -> board.keys().get(key).kind() == LayoutMessages.Kind.SWITCH)
                .boxed()
                .collect(Collectors.toSet());
        caps().forEach(kit -> kit.keys().forEach(keys::remove));
        return keys;
    }

    private List<KitCaps> caps() {
        return build.quote().caps() == null ? List.of() : build.quote().caps();
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
            facts.add(new Fact(page.text("key.cap"), cap(page)));
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

    /** The kit whose cap goes on the key that is asked about. */
    private String cap(Page page) {
        if (build.lines(Kind.KEYCAP_SET).isEmpty()) {
            return page.text("key.cap.open");
        }
        return caps().stream()
                .filter(kit -> kit.keys().contains(build.look().key()))
                .findFirst()
                .flatMap(kit -> name(kit.sku()))
                .orElseGet(() -> page.text("key.cap.none"));
    }

    private Optional<String> name(String sku) {
        return build.chosen(Kind.KEYCAP_SET).stream()
                .flatMap(set -> set.variants().stream()
                        .filter(kit -> kit.sku().equals(sku))
                        .map(kit -> set.name() + " · " + kit.name()))
                .findFirst();
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
}
