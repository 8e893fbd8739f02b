package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Step;
import rolt.fit.FitMessages.Verdict;

/** What must hold of the verdicts about any selection from any catalogue. */
class CompatibilityTest {

    private static final List<String> RULES_OF_ERRORS = List.of(
            "S01", "S02", "S05", "S06", "S07", "S10", "S13", "C01", "C02", "K01", "K07", "T01", "T02", "F01", "F02",
            "F04", "V04", "V05", "V06");

    @Property(tries = 400)
    void the_order_of_choosing_never_matters(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        Build other = build.withServices(shop.shuffled(build.services()))
                .withAccessories(shop.shuffled(build.accessories()))
                .withArtisans(shop.shuffled(build.artisans()))
                .withKeycaps(shop.shuffled(build.keycaps()))
                .withSwitches(shop.shuffled(build.switches()));
        Context context = Context.NONE.with(shop.shelf());
        Context shuffled = Context.NONE.with(new Shelf(shop.shuffled(shop.parts)));
        assertThat(Compatibility.judge(other, shuffled)).isEqualTo(Compatibility.judge(build, context));
        assertThat(Compatibility.caps(other)).isEqualTo(Compatibility.caps(build));
        Statistics.label("several of a kind")
                .collect(build.keycaps().size() > 1 || build.switches().size() > 1)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        Statistics.label("owned")
                .collect(!build.owned().isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Property(tries = 60)
    void the_order_of_choosing_changes_no_fix(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        Build other = build.withAccessories(shop.shuffled(build.accessories()))
                .withKeycaps(shop.shuffled(build.keycaps()))
                .withSwitches(shop.shuffled(build.switches()));
        assertThat(Fixes.judge(other, Context.NONE, shop.shelf()))
                .isEqualTo(Fixes.judge(build, Context.NONE, new Shelf(shop.shuffled(shop.parts))));
    }

    /** Where a kit is known to mount, another one that does leaves no key bare that was not; nor is it unknown then. */
    @Property(tries = 1000)
    void another_keycap_kit_never_leaves_keys_bare(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        KeycapKit another = shop.another(build);
        boolean asked = build.kit() != null
                && mounts(build, another)
                && build.keycaps().stream().anyMatch(kit -> mounts(build, kit));
        boolean bare = bare(build);
        if (asked && !bare) {
            List<KeycapKit> more =
                    Stream.concat(build.keycaps().stream(), Stream.of(another)).toList();
            assertThat(bare(build.withKeycaps(more))).isFalse();
        }
        Statistics.label("asked and covered").collect(asked, bare).coverage(coverage -> {
            coverage.check(true, false).percentage(share -> share > 3);
            coverage.check(true, true).percentage(share -> share > 3);
        });
    }

    private static boolean mounts(Build build, KeycapKit kit) {
        return build.switches().stream().anyMatch(pick -> CapRules.mounts(pick.part(), kit) == Truth.YES);
    }

    private static boolean bare(Build build) {
        return Compatibility.judge(build, Context.NONE).stream()
                .anyMatch(verdict -> verdict.rule().equals("K01"));
    }

    @Property(tries = 400)
    void every_error_has_a_fix_that_removes_it(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        List<Verdict> verdicts = Fixes.judge(build, Context.NONE, shop.shelf());
        for (Verdict verdict : verdicts) {
            if (verdict.severity() == Severity.E) {
                assertThat(verdict.fixes()).as("%s", verdict).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            }
            for (Fix fix : verdict.fixes()) {
                Remedy remedy = remedy(fix, shop);
                Build mended = remedy.apply(build);
                List<Verdict> after = Compatibility.judge(mended, Context.NONE);
                assertThat(after).as("%s of %s", fix, verdict).noneMatch(verdict::alike);
                assertThat(fix.clean()).isEqualTo(errorsOnlyOf(after, build));
                assertThat(remedy.inStock(mended)).as("%s", fix).isTrue();
                assertThat(new Quantities(mended).total() - new Quantities(build).total())
                        .isEqualTo(fix.difference());
            }
            assertThat(verdict.fixes().stream().map(fix -> !fix.clean())).isSorted();
        }
        tell(verdicts);
    }

    /** Every rule that can say E must have said it. */
    private static void tell(List<Verdict> verdicts) {
        List<String> said = errors(verdicts).stream().map(Verdict::rule).toList();
        for (String rule : RULES_OF_ERRORS) {
            Statistics.label(rule)
                    .collect(said.contains(rule))
                    .coverage(coverage -> coverage.check(true).count(count -> count > 0));
        }
        Statistics.label("steps")
                .collect(verdicts.stream()
                        .flatMap(verdict -> verdict.fixes().stream())
                        .anyMatch(fix -> fix.steps().size() > 1))
                .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    }

    @Test
    void every_rule_that_says_E_is_drawn() {
        assertThat(Compatibility.rulesOf(Severity.E))
                .containsExactlyElementsOf(RULES_OF_ERRORS.stream().sorted().toList());
    }

    private static boolean errorsOnlyOf(List<Verdict> after, Build build) {
        List<Verdict> before = errors(Compatibility.judge(build, Context.NONE));
        return errors(after).stream().allMatch(verdict -> before.stream().anyMatch(verdict::alike));
    }

    private static List<Verdict> errors(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.severity() == Severity.E)
                .toList();
    }

    private static Remedy remedy(Fix fix, RandomShop shop) {
        return new Remedy(fix.steps().stream().map(step -> change(step, shop)).toList());
    }

    private static Change change(Step step, RandomShop shop) {
        return new Change(
                step.action(),
                step.out() == null ? null : shop.shelf().find(step.out()).orElseThrow(),
                step.in() == null ? null : shop.shelf().find(step.in()).orElseThrow(),
                step.option(),
                step.choice(),
                step.quantity());
    }

    /** V06 is left aside: it asks whether an error is open, and what is unknown is none. */
    @Property(tries = 2000)
    void what_a_maker_does_not_tell_is_never_taken_to_fit(@ForAll long seed) {
        Random random = new Random(seed);
        Build told = new RandomShop(random, false).build();
        Build untold = Untold.oneAttributeLess(told, random);
        List<Verdict> after = Compatibility.judge(untold, Context.NONE);
        assertThat(Compatibility.judge(told, Context.NONE))
                .filteredOn(verdict -> !verdict.rule().equals("V06"))
                .allSatisfy(verdict -> assertThat(after).anyMatch(verdict::alike));
    }

    @Property(tries = 300)
    void an_owned_part_is_never_an_error(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        List<String> owned =
                build.parts().stream().filter(build::owns).map(Part::sku).toList();
        assertThat(errors(Compatibility.judge(build, Context.NONE)))
                .noneMatch(verdict -> verdict.parts().stream().anyMatch(owned::contains));
    }

    @Property(tries = 300)
    void what_is_unknown_is_never_an_error(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        assertThat(errors(Compatibility.judge(build, Context.NONE))).noneMatch(Verdict::unknown);
    }
}
