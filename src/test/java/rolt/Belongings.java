package rolt;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Things that belong to somebody, each made anew by its owner through the public interface. */
final class Belongings {
    private static final long FREE_SHIPPING = 3_500_000;

    private final TestShop shop;
    /** By the {@code of} of the contract's {@code x-ownership}; the functions answer what the path names. */
    private final Map<String, Function<Client, String>> makers = Map.of(
            "order", this::order,
            "cart line", this::cartLine,
            "cart build", this::cartBuild,
            "build", this::build,
            "address", this::address,
            "session", this::session,
            "claim", this::claim,
            "chat room", Belongings::chatRoom);

    Belongings(TestShop shop) {
        this.shop = shop;
    }

    String make(String thing, Client owner) {
        Function<Client, String> maker = makers.get(thing);
        if (maker == null) {
            throw new AssertionError("Tell Belongings how somebody gets: " + thing);
        }
        return maker.apply(owner);
    }

    private String order(Client owner) {
        return Shopping.placeOrder(owner, Shopping.newProduct(shop, FREE_SHIPPING, 1), 1);
    }

    private String cartLine(Client owner) {
        Shopping.addToCart(owner, Shopping.newProduct(shop, FREE_SHIPPING, 1), 1);
        return cart(owner).getJsonArray("lines").getJsonObject(0).getString("id");
    }

    private String build(Client owner) {
        return owner.post("/api/v1/builds", selection()).expect(201).json().getString("id");
    }

    private static JsonObject selection() {
        return new JsonObject("""
                {"selection": {"kitSku": "SONG60-BLACK", "switches": [{"sku": "SUONGMAI-70"}], "keycapSkus": ["GBT-BASE"]}}
                """);
    }

    private String cartBuild(Client owner) {
        owner.post("/api/v1/cart/builds", selection()).expect(201);
        return cart(owner).getJsonArray("builds").getJsonObject(0).getString("id");
    }

    private String address(Client owner) {
        JsonObject address = Shopping.checkout(0).getJsonObject("recipient");
        return owner.post("/api/v1/me/addresses", address).expect(201).json().getString("id");
    }

    private String session(Client owner) {
        JsonObject sessions = owner.get("/api/v1/me/sessions").expect(200).json();
        return sessions.getJsonArray("items").getJsonObject(0).getString("id");
    }

    private String claim(Client owner) {
        String order = order(owner);
        Workbench.deliver(shop, order);
        JsonObject claim = new JsonObject().put("position", 1).put("description", "Phím Enter không nhận.");
        return owner.post("/api/v1/orders/" + order + "/warranty/claims", claim, Shopping.key())
                .expect(201)
                .json()
                .getString("id");
    }

    private static String chatRoom(Client owner) {
        JsonObject room = new JsonObject()
                .put("subject", "Phím Enter không nhận")
                .put("clientId", UUID.randomUUID().toString())
                .put("text", "Chào shop, phím Enter của mình lúc được lúc không.");
        return owner.post("/api/v1/chat/rooms", room).expect(201).json().getString("code");
    }

    private static JsonObject cart(Client owner) {
        return owner.get("/api/v1/cart").expect(200).json();
    }
}
