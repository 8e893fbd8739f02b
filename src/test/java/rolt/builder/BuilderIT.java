package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.JudgedParts;
import rolt.builder.BuilderMessages.ListPresets;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.ObstacleCode;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.PresetList;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.SaveBuild;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.KitLayoutMessages.GetLayout;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.cart.CartHouse;
import rolt.cart.TestBuild;
import rolt.catalog.CatalogMessages.ImportProducts;
import rolt.catalog.CatalogMessages.ImportedProducts;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.Compatibility;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Step;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem.Violation;

class BuilderIT {
    private static final Caller NOBODY = Caller.system("test");

    private final CartHouse house = CartHouse.open();
    private final TestBuild parts = TestBuild.sold(house, 9);

    @Test
    void a_layout_shows_its_options_and_the_board_of_the_choices() {
        KitLayout layout = layout(List.of(1));
        assertThat(layout.board().switchCount()).isEqualTo(6);
        assertThat(layout.board().stabilisers()).isEmpty();
        assertThat(layout.options()).singleElement().satisfies(option -> {
            assertThat(option.name()).isEqualTo("Phím xóa");
            assertThat(option.chosen()).isEqualTo(1);
            assertThat(option.choices().get(1).name()).isEqualTo("Tách đôi");
            assertThat(option.choices().get(1).plate()).isFalse();
            assertThat(option.choices().get(1).pcb()).isNull();
        });
        assertThat(layout(null).board().stabilisers()).containsExactly(new StabiliserCount(2, 1));
    }

    @Test
    void only_a_kit_has_a_layout() {
        GetLayout caps = new GetLayout(parts.caps().toLowerCase(Locale.ROOT), null);
        assertThat(house.refusal(NOBODY, "builder.getLayout", caps).status()).isEqualTo(404);
        assertThat(house.refusal(NOBODY, "builder.getLayout", new GetLayout("nowhere", null))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_changed_layout_is_read_anew() {
        layout(null);
        house.database().run("""
                        update catalog.product set specs = jsonb_set(specs, '{layout,keymap}', '[["A", "B", "C"]]')
                        where code = lower($1)
                        """, parts.kit());
        assertThat(layout(null).board().switchCount()).isEqualTo(3);
    }

    @Test
    void a_build_is_priced_by_the_layout_it_chooses() {
        assertThat(price(parts.selection(0)).switchCount()).isEqualTo(5);
        BuildQuote quote = price(parts.selection(1));
        assertThat(quote.switchCount()).isEqualTo(6);
        assertThat(quote.lines())
                .extracting(QuoteLine::sku)
                .containsExactly(parts.kit(), parts.packs(), parts.caps(), parts.lube());
        assertThat(quote.total()).isEqualTo(1_000_000 + 2 * 20_000 + 500_000 + 6 * 5_000);
        assertThat(quote.missing()).isEmpty();
        assertThat(quote.board().keys()).hasSize(6);
    }

    @Test
    void one_call_answers_price_verdicts_fixes_and_on_request_the_picture() {
        Selection kitAlone = new Selection(parts.kit(), null, null, null, null, null, null, null, null);
        BuildQuote quote = house.ask(NOBODY, "builder.priceBuild", new PriceBuild(kitAlone, true), BuildQuote.class);
        assertThat(quote.drawing()).startsWith("<svg");
        assertThat(quote.fits()).isFalse();
        assertThat(quote.ruleVersion()).isEqualTo(Compatibility.VERSION);
        assertThat(quote.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.unknown()).isTrue());
        assertThat(price(kitAlone).drawing()).isNull();
    }

    @Test
    void what_does_not_fit_is_told_with_a_fix_and_not_sold() {
        Selection tooFew = new Selection(
                parts.kit(),
                List.of(0),
                List.of(new Pick(parts.packs(), 1)),
                List.of(parts.caps()),
                null,
                null,
                List.of(new Pick(parts.lube(), null)),
                null,
                null);
        assertThat(price(tooFew).verdicts().getFirst()).satisfies(verdict -> {
            assertThat(verdict.rule()).isEqualTo("S10");
            assertThat(verdict.fixes().getFirst())
                    .isEqualTo(new Fix(
                            List.of(new Step(Action.CHANGE_QUANTITY, parts.packs(), null, null, null, null)),
                            20_000,
                            true));
        });
        assertThat(house.refusal(house.visitor(), "builder.saveSellable", new SaveBuild(tooFew, null))
                        .code())
                .isEqualTo("build.unfit");
    }

    @Test
    void parts_are_judged_as_if_they_were_chosen() {
        // An import of nothing tells the builder that the catalogue has changed.
        house.ask(NOBODY, "catalog.importProducts", new ImportProducts(List.of()), ImportedProducts.class);
        JudgeParts asked = new JudgeParts(parts.selection(0), Kind.SWITCH);
        JudgedParts judged = house.ask(NOBODY, "builder.judgeParts", asked, JudgedParts.class);
        assertThat(judged.items())
                .filteredOn(part -> part.sku().equals(parts.packs()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.severity()).isEqualTo(Severity.W);
                    assertThat(part.rules()).contains("S01", "S12");
                });
        JudgeParts all = new JudgeParts(parts.selection(0), null);
        assertThat(house.ask(NOBODY, "builder.judgeParts", all, JudgedParts.class)
                        .items())
                .hasSizeGreaterThan(judged.items().size())
                .containsAll(judged.items());
    }

    @Test
    void a_choice_that_does_not_exist_is_named() {
        assertThat(house.refusal(NOBODY, "builder.priceBuild", new PriceBuild(parts.selection(2), null))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("selection.choices.0");
    }

    @Test
    void a_saved_build_is_found_by_its_code_alone() {
        Caller visitor = house.visitor();
        SaveBuild asked = new SaveBuild(parts.selection(1), " Của Minh Anh ");
        SavedBuild saved = house.ask(visitor, "builder.saveBuild", asked, SavedBuild.class);
        assertThat(saved.code()).matches("[A-Za-z0-9_-]{22}");
        Build build = house.ask(NOBODY, "builder.getBuild", new BuildCode(saved.code()), Build.class);
        assertThat(build.title()).isEqualTo("Của Minh Anh");
        assertThat(build.selection()).isEqualTo(parts.selection(1));
        assertThat(build.quote().lines()).isEqualTo(price(parts.selection(1)).lines());
        assertThat(house.refusal(NOBODY, "builder.getPreset", new BuildCode(saved.code()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_build_cannot_be_saved_without_a_visit_or_with_an_unknown_sku() {
        SaveBuild asked = new SaveBuild(parts.selection(0), null);
        assertThat(house.refusal(NOBODY, "builder.saveBuild", asked).code()).isEqualTo("visit-needed");
        Selection unknown = new Selection("NOWHERE", null, null, null, null, null, null, null, null);
        assertThat(house.refusal(house.visitor(), "builder.saveBuild", new SaveBuild(unknown, null))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("selection.kitSku");
    }

    @Test
    void a_saved_build_whose_kit_lost_its_option_is_outdated() {
        SaveBuild asked = new SaveBuild(parts.selection(1), null);
        SavedBuild saved = house.ask(house.visitor(), "builder.saveBuild", asked, SavedBuild.class);
        house.database()
                .run(
                        "update catalog.product set specs = jsonb_set(specs, '{layout,keymap}', '[[\"A\"]]') where code = lower($1)",
                        parts.kit());
        assertThat(house.refusal(NOBODY, "builder.getBuild", new BuildCode(saved.code()))
                        .code())
                .isEqualTo("build.outdated");
    }

    @Test
    void presets_are_listed_priced_and_opened() {
        String code = "preset-" + UUID.randomUUID();
        addPreset(code, parts.selection(0));
        String outdated = "outdated-" + UUID.randomUUID();
        addPreset(outdated, parts.selection(9));
        PresetList presets = house.ask(NOBODY, "builder.listPresets", new ListPresets(), PresetList.class);
        assertThat(presets.items())
                .filteredOn(preset -> preset.code().equals(outdated))
                .singleElement()
                .satisfies(preset ->
                        assertThat(preset.obstacles()).containsExactly(new Obstacle(ObstacleCode.OUTDATED, List.of())));
        assertThat(presets.items())
                .filteredOn(preset -> preset.code().equals(code))
                .singleElement()
                .satisfies(preset -> {
                    assertThat(preset.title()).isEqualTo("Buổi sáng");
                    assertThat(preset.kitCode()).isEqualTo(parts.kit().toLowerCase(Locale.ROOT));
                    assertThat(preset.total())
                            .isEqualTo(price(parts.selection(0)).total());
                });
        assertThat(house.ask(NOBODY, "builder.getPreset", new BuildCode(code), Build.class)
                        .quote()
                        .switchCount())
                .isEqualTo(5);
    }

    private void addPreset(String code, Selection selection) {
        house.database().run("""
                        insert into builder.build (code, title_vi, title_en, selection, preset, published)
                        values ($1, 'Buổi sáng', 'Morning', $2, true, true)
                        """, code, Json.object(selection));
    }

    private KitLayout layout(List<Integer> choices) {
        GetLayout asked = new GetLayout(parts.kit().toLowerCase(Locale.ROOT), choices);
        return house.ask(NOBODY, "builder.getLayout", asked, KitLayout.class);
    }

    private BuildQuote price(Selection selection) {
        return house.ask(NOBODY, "builder.priceBuild", new PriceBuild(selection, null), BuildQuote.class);
    }
}
