package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.keycaps;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.service;
import static rolt.fit.Samples.switches;
import static rolt.fit.Samples.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.fit.Build.ServicePick;
import rolt.fit.FitMessages.Slot;

/** Each rule of services: where it is triggered, where not, and where nobody can tell. */
class ServiceRulesTest {
    private static final Service LUBE = service("LUBE_SWITCH", "PER_SWITCH", "needs", List.of("SWITCHES"));

    private static List<String> rule(String id, Switch part, Service service) {
        return said(id, with(build(kit(), part), service));
    }

    @Test
    void V01_a_factory_lubed_switch_is_lubed() {
        assertThat(rule("V01", switches("factoryLubed", true), LUBE)).containsExactly("W");
        assertThat(rule("V01", switches(), LUBE)).isEmpty();
        assertThat(rule("V01", switches("factoryLubed", null), LUBE)).containsExactly("W?");
    }

    @Test
    void V02_lube_dulls_the_click_or_the_beam() {
        assertThat(rule("V02", switches("type", "CLICKY"), LUBE)).containsExactly("W");
        assertThat(rule("V02", switches("technology", "OPTICAL"), LUBE)).containsExactly("W");
        assertThat(rule("V02", switches(), LUBE)).isEmpty();
        assertThat(rule("V02", switches("type", null), LUBE)).containsExactly("W?");
    }

    @Test
    void V03_a_tight_housing_may_not_close_over_a_film() {
        Service film = service("FILM_SWITCH", "PER_SWITCH");
        assertThat(rule("V03", switches("tightHousing", true), film)).containsExactly("W");
        assertThat(rule("V03", switches(), film)).isEmpty();
        assertThat(rule("V03", switches("tightHousing", null), film)).containsExactly("W?");
    }

    @Test
    void V04_a_service_is_charged_for_every_switch_it_serves() {
        Build build = build(kit(), switches());
        assertThat(said("V04", build.withServices(List.of(new ServicePick(LUBE, 1)))))
                .containsExactly("E");
        assertThat(said("V04", build.withServices(List.of(new ServicePick(LUBE, 5)))))
                .isEmpty();
        assertThat(said("V04", build.withServices(List.of(new ServicePick(LUBE, null)))))
                .isEmpty();
        Build ownKit = build.withKit(null, List.of()).withOwned(Set.of(Slot.KIT));
        assertThat(said("V04", ownKit.withServices(List.of(new ServicePick(LUBE, 5)))))
                .containsExactly("W?");
    }

    @Test
    void V05_there_is_no_stabiliser_to_tune() {
        Service tuning = service("TUNE_STABILISER", "PER_STABILISER");
        assertThat(said("V05", with(build(kit("included", List.of())), tuning))).containsExactly("E");
        assertThat(said("V05", with(build(kit()), tuning))).isEmpty();
        assertThat(said("V05", with(build(kit("included", null)), tuning))).containsExactly("W?");
    }

    @Test
    void V05_a_board_without_long_keys_has_nothing_to_tune() {
        Service tuning = service("TUNE_STABILISER", "PER_STABILISER");
        Build ortho = build(kit(Caps.layout("Q, W, E", "A, S, D"), "STEEL"), switches());
        assertThat(said("V05", with(ortho, tuning))).containsExactly("E");
        Build bare = build(kit("included", List.of()), switches());
        assertThat(said("V05", with(bare, tuning))).containsExactly("E");
        assertThat(said("V05", with(bare.withOwned(Set.of(Slot.KIT)), tuning)))
                .as("they may be in the board that the customer has")
                .containsExactly("W");
    }

    @Test
    void V06_the_bench_cannot_start_with_a_part_missing_or_an_error_open() {
        Service assembly = service("ASSEMBLE", "PER_BOARD");
        Build complete = with(build(kit(), switches()).withKeycaps(List.of(keycaps())), assembly);
        assertThat(said("V06", with(build(kit(), switches()), assembly))).containsExactly("E");
        assertThat(said("V06", complete.withKit(kit("sensing", List.of("MAGNETIC")), List.of())))
                .containsExactly("E");
        assertThat(said("V06", complete)).isEmpty();
        assertThat(said("V06", with(build(kit()), LUBE))).isEmpty();
    }

    @Test
    void V07_foam_is_in_the_box_already() {
        Service foam = service("FIT_FOAM", "PER_BOARD");
        assertThat(said("V07", with(build(kit("included", List.of("CASE_FOAM"))), foam)))
                .containsExactly("I");
        assertThat(said("V07", with(build(kit()), foam))).isEmpty();
        assertThat(said("V07", with(build(kit("included", null)), foam))).containsExactly("I?");
    }

    @Test
    void V08_soldering_cannot_be_returned() {
        assertThat(rule("V08", switches(), service("SOLDER", "PER_SWITCH"))).containsExactly("W");
        assertThat(rule("V08", switches(), LUBE)).isEmpty();
        assertThat(rule("V08", switches(), service("SOLDER", "PER_SWITCH", "type", null)))
                .containsExactly("W?");
    }

    @Test
    void V09_the_bench_promises_a_date() {
        Build build = with(build(kit(), switches()), LUBE);
        Context promised = new Context(LocalDate.of(2026, 12, 1));
        assertThat(Compatibility.judge(build, promised))
                .filteredOn(verdict -> verdict.rule().equals("V09"))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.unknown()).isFalse();
                    assertThat(verdict.params()).containsEntry("date", "2026-12-01");
                });
        assertThat(said("V09", build)).containsExactly("I?");
        assertThat(said("V09", build(kit(), switches()))).isEmpty();
    }

    @Test
    void V10_work_waits_for_a_part_that_the_customer_owns() {
        Build build = with(build(kit(), switches()), LUBE);
        assertThat(said("V10", build.withOwned(Set.of(Slot.SWITCHES)))).containsExactly("W");
        assertThat(said("V10", build.withOwned(Set.of(Slot.KIT)))).isEmpty();
        Build untold = with(build(kit(), switches()), service("LUBE_SWITCH", "PER_SWITCH", "needs", null));
        assertThat(said("V10", untold.withOwned(Set.of(Slot.KIT)))).containsExactly("W?");
    }
}
