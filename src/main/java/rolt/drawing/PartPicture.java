package rolt.drawing;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import rolt.catalog.CatalogMessages.Kind;
import rolt.layout.LayoutMessages.Board;
import rolt.platform.Problem;

/** Chooses the drawing for a product and dresses it in the colours of its specs or of the variant. */
public final class PartPicture {
    private static final String COLOURS = "colours";

    /**
     * What is drawn.
     *
     * @param specs the product's, by the contract's schema of its kind
     * @param attributes the variant's
     */
    public record Subject(Kind kind, String code, String title, JsonObject specs, JsonObject attributes) {}

    private PartPicture() {}

    /** A kit, in its variant's case and the caps its maker shows it with. */
    public static String kit(Subject kit, Board board) {
        Colourway caps = kit.attributes().getJsonObject("capColours").mapTo(Colourway.class);
        return KeyboardSvg.draw(board, caps, kit.attributes().getString("caseColour"), kit.title());
    }

    /** Any other product. */
    public static String of(Subject part) {
        return switch (part.kind()) {
            case SWITCH -> switchPart(part);
            case KEYCAP_SET -> KeycapSvg.draw(profile(part), colourway(part), part.title());
            case ARTISAN -> artisan(part);
            case ACCESSORY ->
                AccessorySvg.draw(
                        AccessorySvg.Type.valueOf(part.specs().getString("type")),
                        part.attributes().getString("colour"),
                        part.title());
            case SERVICE -> ServiceSvg.draw(ServiceSvg.Type.valueOf(part.specs().getString("type")), part.title());
            case KIT -> throw new IllegalArgumentException("A kit is drawn with its board");
        };
    }

    /** The force curve of a switch, blank where none was measured. */
    public static String curve(Subject part) {
        return ForceCurveSvg.of(part.specs().getMap(), part.title())
                .orElseGet(() -> new Drawing(part.title(), 16, 9).svg());
    }

    /** A keycap set on a plain board; 404 for any other product. */
    public static String onBoard(Subject part) {
        if (part.kind() != Kind.KEYCAP_SET) {
            throw Problem.notFound("product");
        }
        return BuildDrawing.of(SixtyBoard.BOARD, Map.of(), part.specs().getMap(), part.title());
    }

    private static String switchPart(Subject part) {
        JsonObject specs = part.specs();
        SwitchSvg.Colours colours = specs.getJsonObject(COLOURS).mapTo(SwitchSvg.Colours.class);
        SwitchSvg.Look look = new SwitchSvg.Look(
                SwitchSvg.Stem.valueOf(specs.getString("stemShape")),
                SwitchSvg.Housing.valueOf(specs.getString("housing", "OPAQUE")),
                !"MX".equals(specs.getString("socketFamily")),
                specs.getInteger("pins", 3) == 5,
                colours);
        return SwitchSvg.draw(look, part.title());
    }

    private static KeycapSvg.Profile profile(Subject part) {
        return KeycapSvg.Profile.valueOf(part.specs().getString("profile"));
    }

    private static Colourway colourway(Subject part) {
        return part.specs().getJsonObject("colourway").mapTo(Colourway.class);
    }

    private static String artisan(Subject part) {
        JsonObject colours =
                part.attributes().getJsonObject(COLOURS, part.specs().getJsonObject(COLOURS));
        return ArtisanSvg.draw(
                profile(part),
                ArtisanSvg.Motif.valueOf(part.specs().getString("motif")),
                colours.mapTo(ArtisanSvg.Colours.class),
                part.title());
    }
}
