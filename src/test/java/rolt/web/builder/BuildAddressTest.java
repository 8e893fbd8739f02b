package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.FitMessages.Slot;

class BuildAddressTest {
    @Property
    void a_selection_comes_back_from_its_address(@ForAll("selections") Selection selection) {
        assertThat(BuildAddress.read(query(BuildAddress.of(selection))).named()).isEqualTo(selection);
    }

    @Property
    void no_query_is_refused(@ForAll Set<String> words) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        List.of(
                        "kit", "o", "o0", "o99", "sw", "caps", "art", "acc", "sv", "own", "lang", "kit.of", "o.of",
                        "sw.and", "keys.A")
                .forEach(name -> query.add(name, words));
        Selection read = BuildAddress.read(query).named();
        assertThat(BuildAddress.read(query(BuildAddress.of(read))).named()).isEqualTo(read);
    }

    @Test
    void an_address_is_short_and_needs_no_encoding() {
        Selection selection = new Selection(
                "MAY65-CREAM",
                List.of(0, 1),
                List.of(new Pick("SUONGMAI-70", null), new Pick("GACHHOA-10", 2)),
                List.of("GBT-BASE", "GBT-NOV"),
                List.of(),
                List.of(new Pick("MOSW", 1)),
                List.of(new Pick("SV-LUBE", null)),
                List.of(Slot.KIT),
                LegendLanguage.VI);
        assertThat(BuildAddress.of(selection))
                .isEqualTo("/build?kit=MAY65-CREAM&o=0,1&sw=SUONGMAI-70,GACHHOA-10:2&caps=GBT-BASE,GBT-NOV"
                        + "&acc=MOSW:1&sv=SV-LUBE&own=KIT&lang=VI");
    }

    @Test
    void a_form_says_the_same_with_repeated_parameters() {
        MultiMap form = query("/build?kit=MAY65-CREAM&o1=1&caps=GBT-BASE&caps=GBT-NOV&kit.of=may65&o.of=may65");
        BuildAddress.Wish wish = BuildAddress.read(form);
        assertThat(wish.named().choices()).containsExactly(0, 1);
        assertThat(wish.named().keycapSkus()).containsExactly("GBT-BASE", "GBT-NOV");
        assertThat(wish.kit()).isEqualTo("may65");
        assertThat(wish.optionsOf()).isEqualTo("may65");
    }

    @Test
    void a_form_tells_the_keys_of_mixed_switches_apart_and_their_packs_are_counted_anew() {
        MultiMap form = query("/build?sw=a-1:2:9,b-1::3,c-1:2:4&keys.a-1=12&keys.b-1=&keys.c-1=4&keys.d-1=5");
        assertThat(BuildAddress.read(form).named().switches())
                .containsExactly(new Pick("a-1", null, 12), new Pick("b-1", null, null), new Pick("c-1", 2, 4));
    }

    @Provide
    Arbitrary<Selection> selections() {
        Arbitrary<String> sku = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<Pick> counted = Combinators.combine(
                        sku, Arbitraries.integers().between(1, 99))
                .as((each, quantity) -> new Pick(each, quantity));
        Arbitrary<List<Pick>> picks = counted.list().uniqueElements(Pick::sku).ofMaxSize(5);
        Arbitrary<List<Pick>> zones = Combinators.combine(
                        sku,
                        Arbitraries.integers().between(1, 99).injectNull(.3),
                        Arbitraries.integers().between(1, 110))
                .as(Pick::new)
                .list()
                .uniqueElements(Pick::sku)
                .ofMaxSize(5);
        Arbitrary<List<Pick>> services = Combinators.combine(
                        sku, Arbitraries.integers().between(1, 999).injectNull(.3))
                .as((each, units) -> new Pick(each, units))
                .list()
                .uniqueElements(Pick::sku)
                .ofMaxSize(5);
        Arbitrary<List<String>> skus = sku.list().uniqueElements().ofMaxSize(6);
        return Combinators.combine(
                        sku.injectNull(.3),
                        Arbitraries.integers().between(0, 99).list().ofMaxSize(8),
                        zones,
                        skus,
                        skus,
                        picks,
                        services,
                        Arbitraries.subsetOf(Slot.values()))
                .as((kit, choices, switches, caps, artisans, accessories, work, owned) -> new Selection(
                        kit,
                        choices,
                        switches,
                        caps,
                        artisans,
                        accessories,
                        work,
                        owned.stream().sorted().toList(),
                        owned.isEmpty() ? null : LegendLanguage.EN));
    }

    private static MultiMap query(String address) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(address).parameters().forEach(query::add);
        return query;
    }
}
