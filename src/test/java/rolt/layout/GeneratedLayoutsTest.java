package rolt.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.CapCount;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.platform.Json;
import rolt.platform.Problem;

/** Layouts made up at random, counted here from what was made up and not from what was written. */
class GeneratedLayoutsTest {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(1, 1),
            Shape.of(1, 1),
            Shape.of(1.25, 1),
            Shape.of(1.75, 1),
            Shape.of(2, 1),
            Shape.of(2.75, 1),
            Shape.of(6.25, 1),
            Shape.of(1, 2),
            Shape.of(0.5, 0.5),
            new Shape(1.25, 2, -0.25, 0, 1.5, 1),
            new Shape(1.5, 2, -0.75, 1, 2.25, 1),
            new Shape(1.25, 1, 0, 0, 1.75, 1));

    /** What a key was made up to be; option -1 is none. */
    record Made(Kind kind, Shape shape, int option, int choice, double gap, double drop, int angle, boolean newRow) {}

    @Property(tries = 300)
    void every_choice_has_the_switches_that_were_made_up(@ForAll("layouts") List<Made> made, @ForAll Random random) {
        var layout = Layout.of(LayoutFile.read(file(made)));
        for (int sample = 0; sample < 8; sample++) {
            var choices = layout.options().stream()
                    .map(option -> random.nextInt(option.choices().size()))
                    .toList();
            var there = made.stream()
                    .filter(key -> key.option() < 0 || choices.get(key.option()) == key.choice())
                    .toList();
            if (there.stream().anyMatch(key -> key.kind() != Kind.DECAL)) {
                assertCounted(layout.board(choices), there);
            }
        }
    }

    private static void assertCounted(Board board, List<Made> there) {
        var switches = there.stream().filter(key -> key.kind() == Kind.SWITCH).toList();
        assertThat(board.keys()).hasSameSizeAs(there);
        assertThat(board.switchCount()).isEqualTo(switches.size());
        assertThat(board.keys().stream().filter(key -> key.kind() == Kind.KNOB).count())
                .isEqualTo(there.stream().filter(key -> key.kind() == Kind.KNOB).count());
        assertThat((long) board.stabilisers().stream()
                        .mapToInt(StabiliserCount::count)
                        .sum())
                .isEqualTo(switches.stream()
                        .filter(key -> Math.max(key.shape().w(), key.shape().h()) >= 2)
                        .count());
        for (var shape : SHAPES) {
            assertThat((long) board.caps().stream()
                            .filter(cap -> cap.shape().equals(shape))
                            .mapToInt(CapCount::count)
                            .sum())
                    .isEqualTo(switches.stream()
                            .filter(key -> key.shape().equals(shape))
                            .count());
        }
        assertThat(board.keys().stream().filter(key -> key.kind() != Kind.DECAL).flatMap(key -> key.corners().stream()))
                .allMatch(corner -> corner.x() > -1e-3
                        && corner.y() > -1e-3
                        && corner.x() < board.width() + 1e-3
                        && corner.y() < board.height() + 1e-3);
    }

    @Property(tries = 300)
    void what_is_written_is_read_again_as_the_same(@ForAll("layouts") List<Made> made, @ForAll("rows") Row row) {
        var read = LayoutFile.read(file(made));
        var spec = LayoutFile.normal(new LayoutSpec(read.keymap(), read.options(), List.of(new RowCorrection(0, row))));
        var again = LayoutFile.read(LayoutFile.text(spec));
        assertThat(again).isEqualTo(spec);
        assertThat(LayoutFile.normal(again)).isEqualTo(spec);
        assertThat(Layout.of(again)).isEqualTo(Layout.of(spec));
    }

    @Property(tries = 60)
    void the_same_keys_are_the_same_layout_in_whatever_form(@ForAll("layouts") List<Made> made) {
        var layout = Layout.of(LayoutFile.read(file(made)));
        for (String form : forms(made)) {
            assertThat(Layout.of(LayoutFile.read(form))).isEqualTo(layout);
        }
    }

    /** Whatever is cut off a file or lost in it, the rest is a layout or a problem that says what. */
    @Property(tries = 60)
    void a_damaged_file_is_a_layout_or_a_problem(@ForAll("layouts") List<Made> made, @ForAll Random random) {
        String text = file(made);
        for (int damage = 0; damage < 20; damage++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(8));
            String damaged =
                    random.nextBoolean() ? text.substring(0, from) : text.substring(0, from) + text.substring(to);
            try {
                assertThat(LayoutFile.read(damaged).keymap()).isNotEmpty();
            } catch (Problem refused) {
                assertThat(refused.violations()).hasSize(1);
            }
        }
    }

    @Provide
    Arbitrary<Row> rows() {
        return Arbitraries.of(Row.values());
    }

    /** The first key is always there and a switch, so that no layout is empty. */
    @Provide
    Arbitrary<List<Made>> layouts() {
        var kinds = Arbitraries.of(Kind.SWITCH, Kind.SWITCH, Kind.SWITCH, Kind.SWITCH, Kind.KNOB, Kind.DECAL);
        Arbitrary<Made> key = Combinators.combine(
                        kinds,
                        Arbitraries.of(SHAPES),
                        Arbitraries.of(-1, -1, -1, 0, 1, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0.0, 0.0, 0.25, 1.1, -0.375),
                        Arbitraries.of(0.0, 0.0, -0.125, 0.3333),
                        Arbitraries.of(0, 0, 0, 12, -30),
                        Arbitraries.of(false, false, false, true))
                .as(Made::new);
        return key.list().ofMinSize(1).ofMaxSize(60).map(GeneratedLayoutsTest::begun);
    }

    private static List<Made> begun(List<Made> keys) {
        var all = new ArrayList<>(keys);
        all.set(0, new Made(Kind.SWITCH, Shape.of(1, 1), -1, 0, 0, 0, 0, false));
        return all;
    }

    private static String file(List<Made> made) {
        return Json.text(rows(made));
    }

    private static List<List<Object>> rows(List<Made> made) {
        var rows = new ArrayList<List<Object>>(List.of(new ArrayList<>()));
        for (var key : made) {
            if (key.newRow()) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(changes(key));
            rows.getLast().add(labels(key));
        }
        return rows;
    }

    /** A byte order mark, metadata, no outer brackets, a comma and a break more: as people save and paste files. */
    private static List<String> forms(List<Made> made) {
        var lines = rows(made).stream().map(Json::text).toList();
        String raw = String.join(",\n", lines).replaceAll("([{,])\"([a-z]\\w?)\":", "$1$2:");
        return List.of(
                "\ufeff" + file(made),
                "[{\"name\": \"A board\", \"plate\": true},\r\n" + String.join(",\r\n", lines) + ",\r\n]",
                raw,
                "{name: \"A board\"},\n" + raw + ",\n",
                "{\"layouts\": {\"keymap\": [{\"name\": \"A board\"}, " + String.join(", ", lines) + "]}}");
    }

    private static Map<String, Object> changes(Made key) {
        var changes = new LinkedHashMap<String, Object>();
        changes.put("r", key.angle());
        if (key.angle() != 0) {
            changes.put("rx", 3.5);
            changes.put("ry", 2);
        }
        changes.put("x", key.gap());
        changes.put("y", key.drop());
        changes.put("w", key.shape().w());
        changes.put("h", key.shape().h());
        changes.put("x2", key.shape().x2());
        changes.put("y2", key.shape().y2());
        changes.put("w2", key.shape().w2());
        changes.put("h2", key.shape().h2());
        changes.put("d", key.kind() == Kind.DECAL);
        return changes;
    }

    private static String labels(Made key) {
        String place = key.option() < 0 ? "" : key.option() + "," + key.choice();
        return "A\nB\n\n" + place + "\n\n\n\n\n\n" + (key.kind() == Kind.KNOB ? "e0" : "");
    }
}
