package rolt.cart;

import io.vertx.core.json.JsonObject;
import java.util.List;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.cart.CartHouse.Thing;
import rolt.catalog.CatalogMessages.Kind;

/**
 * The parts of a tiny keyboard on the shelf: five keys or, with choice 1 of its only option, six; the backspace of the
 * first takes a stabiliser.
 */
public record TestBuild(String kit, String packs, String caps, String lube) {
    private static final String LAYOUT = """
            {"keymap": [["Esc", "1", "2", "3", {"w": 2}, "Back\\n\\n\\n0,0"], [{"x": 4}, "Del\\n\\n\\n0,1", "Bksp\\n\\n\\n0,1"]],
             "options": [{"name": {"vi": "Phím xóa", "en": "Backspace"},
                          "choices": [{"name": {"vi": "2u", "en": "2u"}, "plate": true, "pcb": true},
                                      {"name": {"vi": "Tách đôi", "en": "Split"}, "plate": false}]}]}
            """;

    public static TestBuild sold(CartHouse house, int packsInStock) {
        JsonObject none = new JsonObject();
        return new TestBuild(
                house.sell(Thing.of(Kind.KIT, 1_000_000, 9)
                        .with(new JsonObject().put("layout", new JsonObject(LAYOUT)), none)),
                house.sell(Thing.of(Kind.SWITCH, 20_000, packsInStock).with(none, new JsonObject().put("packSize", 4))),
                house.sell(Thing.of(Kind.KEYCAP_SET, 500_000, 9)),
                house.sell(Thing.of(Kind.SERVICE, 5_000, null).with(new JsonObject().put("unit", "PER_SWITCH"), none)));
    }

    /** All of it: 5 or 6 switches in two packs of four. */
    public Selection selection(int choice) {
        return new Selection(
                kit,
                List.of(choice),
                List.of(new Pick(packs, null)),
                List.of(caps),
                List.of(),
                List.of(),
                List.of(new Pick(lube, null)),
                List.of(),
                null);
    }

    /** Kit and caps alone. */
    public Selection withoutSwitches() {
        return new Selection(kit, null, null, List.of(caps), null, null, null, null, null);
    }
}
