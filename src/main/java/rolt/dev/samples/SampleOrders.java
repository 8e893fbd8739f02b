package rolt.dev.samples;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import rolt.dev.DevProblem;

/**
 * Orders of the sample customer wherever the bench can have them, and claims, made through the API of the running shop by
 * the sample accounts, and paid at VNPAY's simulator.
 */
public final class SampleOrders {
    private static final Pattern REFERENCE = Pattern.compile("vnp_TxnRef=([A-Z0-9]+)");
    private static final Executor SOON = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    private static final int MOST_TRIES = 300;
    private static final JsonObject RECIPIENT = new JsonObject()
            .put("name", "Nguyễn Minh Anh")
            .put("phone", "0912345678")
            .put("province", "Hà Nội")
            .put("ward", "Cửa Nam")
            .put("street", "12 Tràng Thi");

    private final String shop;
    private final String console;
    private final SamplePerson customer;
    private final SamplePerson support;
    private final SampleBench bench;

    /**
     * @param shop where it is, without a path
     * @param console where VNPAY's simulator is
     */
    public SampleOrders(String shop, String console) {
        this.shop = shop;
        this.console = console;
        customer = SamplePerson.signIn(shop, "khach@rolt.local");
        support = SamplePerson.signIn(shop, "hotro@rolt.local");
        bench = new SampleBench(SamplePerson.signIn(shop, "kythuat@rolt.local"));
    }

    /** Does nothing where the customer has ordered anything. */
    public void add() {
        if (customer.get("/orders").getJsonArray("items").isEmpty()) {
            delivered();
            finished();
            inWork();
            waitsForTheCustomer();
            waitsForTheStock();
            calledOff();
            queued();
        }
    }

    private void delivered() {
        String order = order(preset("viet-dem"));
        works(order).forEach(bench::workOff);
        bench.shipAndDeliver(order);
        awaitWarranty(order);
        String claim = claim(order, 1, "Phím Enter đôi lúc không nhận, dù tôi đã đổi sang switch khác.");
        customer.upload("/warranty-claims/" + claim + "/photos", picture("viet-dem"));
        String approved = claim(order, 2, "Hai switch kêu sột soạt từ tuần đầu, nghe rõ khi gõ chậm.");
        JsonObject words =
                new JsonObject().put("words", "Bạn gửi hai switch về xưởng nhé, chúng tôi gửi lại bốn chiếc mới.");
        support.post("/staff/warranty-claims/" + approved + "/approval", words);
    }

    private String claim(String order, int position, String description) {
        JsonObject claim = new JsonObject().put("position", position).put("description", description);
        return customer.post("/orders/" + order + "/warranty/claims", claim).getString("id");
    }

    private void finished() {
        String work = works(order(preset("sau-gio-lam"))).getFirst();
        bench.workOff(work);
        bench.reopen(work, 1, "Kiểm tra lần cuối: stab phím cách còn rung nhẹ bên trái.");
        bench.workOff(work);
    }

    private void inWork() {
        String work = works(order(preset("ca-phe-va-code"))).getFirst();
        bench.take(work);
        bench.finishStep(work, 1);
        bench.tick(work, 2, 2);
        bench.note(work, "Switch khấc lớn nên mình quét mỡ thật mỏng, giữ lại tiếng khấc.", true);
        bench.note(work, "Hộp switch thứ hai lẫn một chiếc cong chân, đã thay.", false);
        bench.photograph(work, picture("ca-phe-va-code"));
    }

    private void waitsForTheCustomer() {
        JsonObject selection = new JsonObject()
                .put("kitSku", "SONG60-BLACK")
                .put("switches", new JsonArray().add(new JsonObject().put("sku", "SUONGMAI-70")))
                .put("keycapSkus", new JsonArray().add("GBT-BASE"))
                .put("services", new JsonArray().add(new JsonObject().put("sku", "SV-LUBE")))
                .put("owned", new JsonArray().add("SWITCHES"));
        works(order(new JsonObject().put("selection", selection).put("title", "Switch cũ, vỏ mới")));
    }

    private void waitsForTheStock() {
        String work = works(order(preset("pho-co"))).getFirst();
        bench.take(work);
        bench.hold(work, "MISSING_PART", "Một stab trong lô bị cong; hàng thay về thứ Năm.");
    }

    private void calledOff() {
        String order = order(preset("van-phong-yen-tinh"));
        bench.take(works(order).getFirst());
        JsonObject reason = new JsonObject().put("reason", "Khách đổi sang bàn phím nhỏ hơn.");
        support.post("/staff/orders/" + order + "/call-off", reason);
    }

    /** A keyboard, and the customer's old one to be cleaned. */
    private void queued() {
        customer.post("/cart/lines", new JsonObject().put("sku", "SV-CLEAN").put("quantity", 1));
        works(order(preset("buoi-sang-dau-tien")));
    }

    private JsonObject preset(String code) {
        JsonObject preset = customer.get("/presets/" + code);
        return new JsonObject()
                .put("selection", preset.getJsonObject("selection"))
                .put("title", preset.getString("title"));
    }

    /** The middle of the card of a preset stands in for a photograph. */
    private byte[] picture(String preset) {
        byte[] card = SamplePerson.open(shop + "/pictures/builds/" + preset + ".png");
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(card));
            int width = whole.getWidth() / 2;
            BufferedImage keys = whole.getSubimage(width / 2, 0, width, width * 3 / 4);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(keys, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Orders a build with what is in the cart besides, accepting every warning, and pays; answers the order's code. */
    private String order(JsonObject build) {
        JsonObject cart = customer.post("/cart/builds", build);
        JsonObject checkout = new JsonObject()
                .put("recipient", RECIPIENT.copy())
                .put("expectedTotal", cart.getLong("total"))
                .put("builds", Consents.to(cart.getJsonArray("builds")));
        String order = customer.post("/orders", checkout).getString("code");
        String payUrl = customer.post("/orders/" + order + "/payments", new JsonObject())
                .getString("payUrl");
        SamplePerson.open(payUrl);
        Matcher reference = REFERENCE.matcher(payUrl);
        if (!reference.find()) {
            throw new DevProblem("No payment reference in " + payUrl);
        }
        SamplePerson.pay(console + "/simulator/pay/" + reference.group(1));
        return order;
    }

    /** Waits until VNPAY has told the shop of the payment and the bench has its work; the codes of it. */
    private List<String> works(String order) {
        return until(() -> customer.get("/orders/" + order + "/work").getJsonArray("items").stream()
                .map(work -> ((JsonObject) work).getString("code"))
                .toList());
    }

    /** It begins a moment after the delivery. */
    private void awaitWarranty(String order) {
        until(() -> customer.get("/orders/" + order + "/warranty").getJsonArray("items").stream()
                .map(line -> ((JsonObject) line).getString("warrantyId"))
                .toList());
    }

    private static List<String> until(Supplier<List<String>> asked) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<String> found = asked.get();
            if (!found.isEmpty()) {
                return found;
            }
            CompletableFuture.runAsync(() -> {}, SOON).join();
        }
        throw new DevProblem("The shop did not take up a sample order");
    }
}
