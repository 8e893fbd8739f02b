package rolt.fit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Step;
import rolt.fit.FitMessages.Verdict;

/** Which sets of the sample catalogue cover which of its keyboards, and what has to be bought besides. */
class SampleCoverTest {
    private static final Context SHOP = Context.NONE.with(new Shelf(SampleCaps.CAPS));

    @ParameterizedTest(name = "{0} {1} with {2}: missing {3}, sold as {4}")
    @CsvSource(delimiter = '|', textBlock = """
            song60     |           | GBT-BASE     | -                             | -
            may65      |           | GBT-BASE     | -                             | -
            bao75      |           | PHOHOI-BASE  | -                             | -
            truong-son |           | SONMAI-BASE  | -                             | -
            cuu-long   |           | GBT-BASE     | -                             | -
            hat40      |           | GBT-BASE     | -                             | -
            da-giang   |           | GBT-BASE     | 1 of 1.25x2                   | GBT-ISO 290000
            cuu-long   | 1 1       | GBT-BASE     | 1 of 1.25, 1 of 1.25x2        | GBT-ISO 290000
            hong-ha60  | 1 1 1 1 2 | GBT-BASE     | 3 of 1.5, 1 of 1.25x2, 1 of 7 | GBT-ISO GBT-WKL 610000
            fansipan   |           | GBT-BASE     | 4 of 1.5, 1 of 7              | GBT-WKL 320000
            fansipan   |           | TRASEN-BASE  | 4 of 1.5, 1 of 7              | -
            bao75      | 1         | GBT-BASE     | 1 of 2.25                     | GBT-SPACE 420000
            may65      |           | RUONG-BASE   | 1 of 1.75                     | RUONG-COMPACT 190000
            cuu-long   |           | PHIN-BASE    | 7 of 1, 1 of 2, 2 of 1x2      | PHIN-NUM 590000
            sai-canh   |           | GBT-BASE     | 4 of 1.5, 1 of 2.25           | GBT-ALICE 450000
            sai-canh   |           | PHOHOI-BASE  | 4 of 1.5, 1 of 2.25           | GBT-ALICE 450000
            luy-tre    |           | GBT-BASE     | 2 of 1.5, 1 of 7              | GBT-WKL 320000
            luy-tre    | 1         | GBT-BASE     | 2 of 1.5, 1 of 6              | GBT-WKL GBT-SPACE 740000
            hai-dong   |           | GBT-BASE     | 1 of 2.25, 1 of 1.25          | GBT-ALICE 450000
            suong75    |           | MONGGIO-BASE | 27 of 1, 1 of 1.75            | -
            """)
    void a_set_covers_a_board(String kit, String choices, String set, String missing, String soldAs) {
        var verdicts = Compatibility.judge(build(kit, choices, set), SHOP);
        assertThat(told(verdicts, "K01", "missing", SampleCoverTest::missing)).isEqualTo(missing);
        assertThat(told(verdicts, "K03", "kits", SampleCoverTest::sold)).isEqualTo(soldAs);
    }

    @Test
    void the_kit_that_holds_what_is_missing_is_the_first_fix() {
        var build = build("cuu-long", "1 1", "GBT-BASE");
        var verdicts = Fixes.judge(build, Context.NONE, new Shelf(SampleCaps.CAPS));
        for (var rule : List.of("K01", "K03")) {
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict.rule().equals(rule))
                    .extracting(verdict -> verdict.fixes().getFirst())
                    .containsExactly(
                            new Fix(List.of(new Step(Action.ADD, null, "GBT-ISO", null, null, null)), 290_000, true));
        }
    }

    private static Build build(String kit, String choices, String caps) {
        List<Integer> made = choices == null
                ? List.of()
                : Stream.of(choices.split(" ")).map(Integer::valueOf).toList();
        return Build.EMPTY.withKit(SampleCaps.kit(kit), made).withKeycaps(List.of(SampleCaps.caps(caps)));
    }

    private static String told(
            List<Verdict> all, String rule, String param, Function<Map<String, Object>, String> words) {
        return all.stream()
                .filter(verdict ->
                        verdict.rule().equals(rule) && verdict.params().containsKey(param))
                .map(verdict -> words.apply(verdict.params()))
                .findFirst()
                .orElse("-");
    }

    /** By shape, whatever row and legend; of outlines with two rectangles the first. */
    private static String missing(Map<String, Object> params) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var each : (List<?>) params.get("missing")) {
            var key = (Map<?, ?>) each;
            var size = key.get("h").equals(1.0) ? "" + key.get("w") : key.get("w") + "x" + key.get("h");
            counts.merge(size.replace(".0", ""), (Integer) key.get("count"), Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .collect(joining(", "));
    }

    private static String sold(Map<String, Object> params) {
        var kits = ((List<?>) params.get("kits")).stream().map(Object::toString).collect(joining(" "));
        return kits + " " + params.get("price");
    }
}
