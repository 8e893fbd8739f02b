package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** The page of an order follows it, whatever becomes of its connection. */
class FollowOrderIT {
    private static final Pattern SOCKET = Pattern.compile("/eventbus/websocket");
    /** More than the page waits between two attempts to connect. */
    private static final int PATIENCE = 20_000;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();
    private Shopper shopper;
    private Client client;
    private String order;

    @BeforeEach
    void an_order_to_be_paid() {
        shopper = Shopper.atDesk(CHROMIUM);
        client = shopper.logInAsNewCustomer();
        order = Shopping.placeOrder(client, Shopping.newProduct(shop, 3_500_000, 5), 1);
    }

    @AfterEach
    void no_errors() {
        shopper.sawNoErrors();
        shopper.close();
    }

    @Test
    void without_a_socket_the_page_asks_now_and_then() {
        shopper.page().routeWebSocket(SOCKET, WebSocketRoute::close);
        shopper.open("/orders/" + order);
        pay();
        seesItPaid(PATIENCE);
    }

    @Test
    void a_lost_socket_is_opened_again_and_tells_of_the_payment() {
        List<WebSocketRoute> sockets = new ArrayList<>();
        AtomicInteger followed = new AtomicInteger();
        shopper.page().routeWebSocket(SOCKET, socket -> {
            sockets.add(socket);
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(frame -> {
                followed.addAndGet(text(frame).contains("\"registered\"") ? 1 : 0);
                socket.send(text(frame));
            });
        });
        shopper.open("/orders/" + order);
        shopper.page().waitForCondition(() -> followed.get() == 1);
        sockets.getFirst().close();
        shopper.page().waitForCondition(() -> followed.get() == 2);
        pay();
        seesItPaid(4_000);
    }

    @Test
    void what_happened_while_the_socket_was_lost_is_seen_at_once() {
        List<WebSocketRoute> sockets = new ArrayList<>();
        shopper.page().routeWebSocket(SOCKET, sockets::add);
        shopper.open("/orders/" + order);
        shopper.page().waitForCondition(() -> !sockets.isEmpty());
        pay();
        sockets.getFirst().close();
        seesItPaid(4_000);
    }

    private void pay() {
        Shopping.payAtVnpay(client, shop, Shopping.openAttempt(client, order).getString("payUrl"));
        client.mail(order);
    }

    private void seesItPaid(int patience) {
        // "Đã thanh toán" stands there from the beginning, as the step to come.
        Locator page = shopper.page().locator("#order");
        assertThat(page.locator("h1")).containsText("Cảm ơn bạn", new ContainsTextOptions().setTimeout(patience));
        assertThat(page.locator(".pay")).not().isVisible();
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? new String(frame.binary(), StandardCharsets.UTF_8) : frame.text();
    }
}
