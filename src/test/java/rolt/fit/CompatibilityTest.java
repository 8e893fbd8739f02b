package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Verdict;

/** What must hold of the verdicts about any selection from any catalogue. */
class CompatibilityTest {

    @Property(tries = 300)
    void the_order_of_choosing_never_matters(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        Build other = build.withServices(shop.shuffled(build.services()))
                .withAccessories(shop.shuffled(build.accessories()))
                .withArtisans(shop.shuffled(build.artisans()))
                .withKeycaps(shop.shuffled(build.keycaps()))
                .withSwitches(shop.shuffled(build.switches()));
        assertThat(Fixes.judge(other, Context.NONE, shop.shelf()))
                .isEqualTo(Fixes.judge(build, Context.NONE, new Shelf(shop.shuffled(shop.parts))));
    }

    @Property(tries = 300)
    void every_error_has_a_fix_that_removes_it(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build();
        for (Verdict verdict : Fixes.judge(build, Context.NONE, shop.shelf())) {
            if (verdict.severity() == Severity.E) {
                assertThat(verdict.fixes()).as("%s", verdict).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            }
            for (Fix fix : verdict.fixes()) {
                List<Verdict> after = Compatibility.judge(change(fix, shop).apply(build), Context.NONE);
                assertThat(after).as("%s of %s", fix, verdict).noneMatch(verdict::alike);
                assertThat(fix.clean()).isEqualTo(errorsOnlyOf(after, build));
            }
        }
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

    private static Change change(Fix fix, RandomShop shop) {
        return new Change(
                fix.action(),
                fix.out() == null ? null : shop.shelf().find(fix.out()).orElseThrow(),
                fix.in() == null ? null : shop.shelf().find(fix.in()).orElseThrow(),
                fix.option(),
                fix.choice(),
                fix.quantity());
    }

    @Property(tries = 300)
    void fixes_that_add_no_error_come_first(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        assertThat(Fixes.judge(shop.build(), Context.NONE, shop.shelf()))
                .allSatisfy(verdict -> assertThat(verdict.fixes().stream().map(fix -> !fix.clean()))
                        .isSorted());
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
        Build build = shop.build().withOwned(shop.owned());
        List<String> owned =
                build.parts().stream().filter(build::owns).map(Part::sku).toList();
        assertThat(errors(Compatibility.judge(build, Context.NONE)))
                .noneMatch(verdict -> verdict.parts().stream().anyMatch(owned::contains));
    }

    @Property(tries = 300)
    void what_is_unknown_is_never_an_error(@ForAll long seed) {
        RandomShop shop = new RandomShop(new Random(seed), true);
        Build build = shop.build().withOwned(shop.owned());
        assertThat(errors(Compatibility.judge(build, Context.NONE))).noneMatch(Verdict::unknown);
    }
}
