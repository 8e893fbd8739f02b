package rolt.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import rolt.dev.samples.SampleYaml;

/** Every part of the sample data gets a picture that a page may show as it stands. */
class PartPicturesTest {

    static Stream<String> pictures() {
        return Stream.of(
                        pictures("switches", PartPicturesTest::switchOf),
                        pictures("switches", PartPicturesTest::curveOf),
                        pictures("keycaps", PartPicturesTest::keycapsOf),
                        pictures("artisans", PartPicturesTest::artisanOf),
                        Arrays.stream(AccessorySvg.Type.values()).map(type -> AccessorySvg.draw(type, "#a9bcc6", "x")),
                        Arrays.stream(ServiceSvg.Type.values()).map(type -> ServiceSvg.draw(type, "x")))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_is_well_formed_and_says_what_it_shows(String svg) throws Exception {
        Element root = parse(svg);
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getFirstChild().getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_is_small_and_may_stand_twice_in_a_page_under_a_strict_policy(String svg) {
        assertThat(svg).hasSizeLessThan(11_000).doesNotContain(" id=", "style", "<script", "href", "NaN");
    }

    @Test
    void drawing_twice_gives_the_same_picture() {
        assertThat(pictures().toList()).isEqualTo(pictures().toList());
    }

    @Test
    void every_set_and_every_switch_looks_like_no_other() {
        Function<String, String> withoutTitle = svg -> svg.replaceFirst("<title>.*?</title>", "");
        assertThat(pictures("keycaps", PartPicturesTest::keycapsOf).map(withoutTitle))
                .doesNotHaveDuplicates();
        assertThat(pictures("switches", PartPicturesTest::switchOf).map(withoutTitle))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_title_cannot_break_out_of_the_picture() throws Exception {
        String svg = ServiceSvg.draw(ServiceSvg.Type.SOLDER, "<script>\"&");
        assertThat(parse(svg).getFirstChild().getTextContent()).isEqualTo("<script>\"&");
    }

    @Test
    void a_colour_cannot_break_out_of_the_picture() throws Exception {
        String svg = AccessorySvg.draw(AccessorySvg.Type.CABLE, "\"/><script>", "x");
        assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void a_curve_without_a_told_pre_travel_has_no_mark() {
        List<ForceCurveSvg.Point> points = List.of(new ForceCurveSvg.Point(0, 30), new ForceCurveSvg.Point(4, 60));
        assertThat(ForceCurveSvg.draw(new ForceCurveSvg.Curve(points, null), "x"))
                .doesNotContain("<circle");
        assertThat(ForceCurveSvg.draw(new ForceCurveSvg.Curve(points, 2.0), "x"))
                .contains("<circle");
    }

    @Test
    void whatever_the_contract_names_can_be_drawn() {
        assertThat(names(AccessorySvg.Type.values())).isEqualTo(contract("AccessorySpecs", "type"));
        assertThat(names(ServiceSvg.Type.values())).isEqualTo(contract("ServiceSpecs", "type"));
        assertThat(names(ArtisanSvg.Motif.values())).isEqualTo(contract("ArtisanSpecs", "motif"));
        assertThat(names(SwitchSvg.Stem.values())).isEqualTo(contract("SwitchSpecs", "stemShape"));
        assertThat(names(SwitchSvg.Housing.values())).isEqualTo(contract("SwitchSpecs", "housing"));
        assertThat(names(KeycapSvg.Profile.values()))
                .isEqualTo(schemas().getJsonObject("CapProfile").getJsonArray("enum"));
    }

    private static Stream<String> pictures(String file, Function<JsonNode, String> draw) {
        return SampleYaml.list(file).stream().map(draw);
    }

    private static String switchOf(JsonNode product) {
        JsonNode specs = product.path("specs");
        JsonNode colours = specs.path("colours");
        return SwitchSvg.draw(
                new SwitchSvg.Look(
                        SwitchSvg.Stem.valueOf(specs.path("stemShape").asText()),
                        SwitchSvg.Housing.valueOf(specs.path("housing").asText()),
                        !specs.path("socketFamily").asText().equals("MX"),
                        specs.path("pins").asInt() == 5,
                        new SwitchSvg.Colours(
                                colours.path("top").asText(),
                                colours.path("bottom").asText(),
                                colours.path("stem").asText(),
                                colours.path("pins").asText())),
                name(product));
    }

    private static String curveOf(JsonNode product) {
        List<ForceCurveSvg.Point> points = product.at("/specs/forceCurve")
                .valueStream()
                .map(point -> new ForceCurveSvg.Point(
                        point.path("mm").asDouble(), point.path("gf").asDouble()))
                .toList();
        return ForceCurveSvg.draw(
                new ForceCurveSvg.Curve(points, product.at("/specs/preTravel").asDouble()), name(product));
    }

    private static String keycapsOf(JsonNode product) {
        JsonNode colours = product.at("/specs/colourway");
        return KeycapSvg.draw(
                KeycapSvg.Profile.valueOf(product.at("/specs/profile").asText()),
                new Colourway(
                        colours.path("base").asText(),
                        colours.path("modifier").asText(),
                        colours.path("accent").asText(),
                        colours.path("legendBase").asText(),
                        colours.path("legendModifier").asText(),
                        colours.path("legendAccent").asText()),
                name(product));
    }

    private static String artisanOf(JsonNode product) {
        JsonNode colours = product.at("/specs/colours");
        return ArtisanSvg.draw(
                KeycapSvg.Profile.valueOf(product.at("/specs/profile").asText()),
                ArtisanSvg.Motif.valueOf(product.at("/specs/motif").asText()),
                new ArtisanSvg.Colours(
                        colours.path("body").asText(),
                        colours.path("motif").asText(),
                        colours.path("glow").asText()),
                name(product));
    }

    private static String name(JsonNode product) {
        return product.at("/name/vi").asText();
    }

    private static JsonArray names(Enum<?>[] values) {
        return new JsonArray(Arrays.stream(values).map(Enum::name).toList());
    }

    private static JsonObject schemas() {
        return SampleYaml.contract().getJsonObject("components").getJsonObject("schemas");
    }

    private static JsonArray contract(String schema, String property) {
        return schemas()
                .getJsonObject(schema)
                .getJsonObject("properties")
                .getJsonObject(property)
                .getJsonArray("enum");
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }
}
