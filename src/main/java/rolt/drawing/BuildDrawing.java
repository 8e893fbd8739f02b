package rolt.drawing;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import rolt.layout.LayoutMessages.Board;

/** Dresses a board in the case of a kit and the caps of a keycap set. */
public final class BuildDrawing {
    private static final String CASE = "#8a8278";
    private static final Colourway CAPS =
            new Colourway("#f3efe4", "#cfc5b2", "#b4543c", "#3b3833", "#3b3833", "#f8efe3");

    private BuildDrawing() {}

    /**
     * @param kit attributes of the kit's variant; its own caps are drawn where no set is chosen
     * @param keycaps specs of the keycap set, empty where none is chosen
     */
    public static String of(Board board, Map<String, Object> kit, Map<String, Object> keycaps, String title) {
        JsonObject attributes = new JsonObject(kit);
        JsonObject caps = new JsonObject(keycaps).getJsonObject("colourway", attributes.getJsonObject("capColours"));
        return KeyboardSvg.draw(
                board,
                caps == null ? CAPS : caps.mapTo(Colourway.class),
                attributes.getString("caseColour", CASE),
                title);
    }
}
