package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.NewVariant;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.dev.samples.SampleFiles;
import rolt.fit.Build;
import rolt.fit.Compatibility;
import rolt.fit.Context;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.fit.Fixes;
import rolt.fit.Shelf;

/** What the rules say of the sample catalogue. */
class SampleBuildsTest {
    private static final FitBuild FIT = new FitBuild(new KitLayouts());
    private static final Map<String, SoldVariant> SOLD = SampleFiles.newProducts().stream()
            .flatMap(product -> product.variants().stream().map(variant -> sold(product, variant)))
            .collect(Collectors.toMap(SoldVariant::sku, Function.identity()));
    private static final Shelf SHELF =
            new Shelf(SOLD.values().stream().map(FIT::part).toList());

    private static SoldVariant sold(NewProduct product, NewVariant variant) {
        return new SoldVariant(
                UUID.randomUUID(),
                variant.sku(),
                variant.name(),
                variant.price(),
                null,
                variant.attributes(),
                UUID.randomUUID(),
                product.code(),
                product.kind(),
                product.brand(),
                product.name(),
                product.specs(),
                true);
    }

    static List<JsonObject> presets() {
        return SampleFiles.presets();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_preset_fits(JsonObject preset) {
        List<Verdict> verdicts = Compatibility.judge(build(selection(preset)), Context.NONE);
        assertThat(verdicts).noneMatch(verdict -> verdict.severity() == Severity.E);
    }

    @Test
    void magnetic_switches_in_a_contact_kit_are_exchanged() {
        Selection unfit = new Selection(
                "SONG60-BLACK", null, List.of(new Pick("TIACHOP-70", null)), null, null, null, null, null, null);
        assertThat(Fixes.judge(build(unfit), Context.NONE, SHELF))
                .filteredOn(verdict -> verdict.rule().equals("S01"))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.fixes()).hasSize(3).allMatch(Fix::clean);
                    assertThat(verdict.fixes().getFirst().steps().getFirst().out())
                            .isEqualTo("TIACHOP-70");
                });
    }

    @Test
    void every_service_on_what_the_customer_owns_waits_for_it() {
        SOLD.values().stream().filter(part -> part.kind() == Kind.SERVICE).forEach(service -> {
            Selection owned = new Selection(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(new Pick(service.sku(), null)),
                    List.of(Slot.KIT, Slot.SWITCHES, Slot.KEYCAPS, Slot.STABILISERS),
                    null);
            assertThat(Compatibility.judge(build(owned), Context.NONE))
                    .as(service.sku())
                    .filteredOn(verdict -> verdict.rule().equals("V10"))
                    .singleElement()
                    .satisfies(verdict ->
                            assertThat((List<?>) verdict.params().get("slots")).isNotEmpty());
        });
    }

    private static Build build(Selection selection) {
        return FIT.of(selection, Part.of(selection, SOLD));
    }

    private static Selection selection(JsonObject preset) {
        JsonObject kit = preset.getJsonObject("kit");
        String sku = kit.getString("sku");
        return new Selection(
                sku == null ? first(kit.getString("code")) : sku,
                preset.getJsonArray("choices", new JsonArray()).stream()
                        .map(Integer.class::cast)
                        .toList(),
                picks(Stream.of(preset.getString("switch"))),
                strings(preset, "keycaps").toList(),
                List.of(),
                picks(strings(preset, "accessories")),
                picks(strings(preset, "services")),
                List.of(),
                null);
    }

    private static String first(String code) {
        return SampleFiles.newProducts().stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseThrow()
                .variants()
                .getFirst()
                .sku();
    }

    private static Stream<String> strings(JsonObject preset, String name) {
        return preset.getJsonArray(name).stream().map(String.class::cast);
    }

    private static List<Pick> picks(Stream<String> skus) {
        return skus.map(sku -> new Pick(sku, null)).toList();
    }
}
