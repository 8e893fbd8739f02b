package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** People look after their accounts on a phone, each story from its beginning to its end. */
class AccountStoriesIT {
    private static final String NEW_PASSWORD = "mưa rào trên mái tôn";

    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Client owner = SHOP.client(0).becomeCustomer();

    @Test
    void a_new_password_is_set_after_a_slip_and_logs_the_other_devices_out() {
        try (Shopper phone = phone(ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            desk.logIn(owner.email(), Client.PASSWORD);
            phone.open("/account/security");
            phone.follow("Đổi mật khẩu");
            changePassword(phone, "không phải mật khẩu này");
            phone.isCorrected("password", "Không đúng");
            changePassword(phone, Client.PASSWORD);
            phone.isTold("Mật khẩu đã được đổi");
            desk.open("/account");
            assertThat(desk.page()).hasURL(Pattern.compile(".*/login.*"));
            desk.logIn(owner.email(), NEW_PASSWORD);
            assertThat(owner.mail("password was changed").text()).contains("/forgot-password");
            phone.sawNoErrors();
        }
    }

    private static void changePassword(Shopper phone, String current) {
        phone.fill("password", current);
        phone.fill("newPassword", NEW_PASSWORD);
        phone.press("Đổi mật khẩu");
    }

    @Test
    void who_still_reads_the_old_mailbox_takes_the_account_back_from_who_changed_its_address() {
        try (Shopper thief = Shopper.atDesk(CHROMIUM);
                Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            String stolen = "ke-trom-" + UUID.randomUUID() + "@example.com";
            thief.logIn(owner.email(), Client.PASSWORD);
            changeEmail(thief, stolen);
            phone.page().navigate(owner.mailedLink("was changed"));
            phone.findsNoFaultHere();
            phone.send();
            assertThat(phone.page()).hasURL(Pattern.compile(".*/revert-email/done"));
            phone.findsNoFaultHere();
            thief.open("/account");
            assertThat(thief.page()).hasURL(Pattern.compile(".*/login.*"));
            phone.page().navigate(owner.mailedLink("Reset your"));
            phone.fill("password", NEW_PASSWORD);
            phone.send();
            assertThat(phone.page()).hasURL(Pattern.compile(".*/login[?]done=reset"));
            phone.logIn(owner.email(), NEW_PASSWORD);
            phone.open("/account/security");
            assertThat(phone.page().locator(".area-main")).containsText(owner.email());
        }
    }

    private static void changeEmail(Shopper thief, String wanted) {
        thief.open("/account/security");
        thief.follow("Đổi e-mail");
        thief.fill("email", wanted);
        thief.fill("password", Client.PASSWORD);
        thief.press("Gửi liên kết xác nhận");
        thief.isTold("Chúng tôi đã gửi liên kết");
        thief.page().navigate(SHOP.client(0).named(wanted).mailedLink("Confirm your new"));
        thief.send();
        assertThat(thief.page().locator(".area-main")).containsText(wanted);
    }

    @Test
    void a_profile_and_a_picture_are_changed_and_then_every_device_is_left() throws IOException {
        try (Shopper phone = phone(ColorScheme.LIGHT);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            desk.logIn(owner.email(), Client.PASSWORD);
            phone.open("/account");
            phone.fill("name", "Lê Thị Bưởi");
            phone.fill("phone", "0912 345 678");
            phone.fill("birthDate", "2999-01-01");
            phone.press("Lưu hồ sơ");
            phone.isCorrected("birthDate", "ngày đã qua");
            phone.fill("birthDate", "1995-04-30");
            phone.page().locator("#language").selectOption("VI");
            phone.press("Lưu hồ sơ");
            phone.isTold("Hồ sơ đã được lưu");
            assertThat(phone.page().locator("#phone")).hasValue("0912345678");
            changePicture(phone);
            leaveEverywhere(phone, desk);
            phone.sawNoErrors();
        }
    }

    private static void changePicture(Shopper phone) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB), "png", png);
        phone.page().locator("#file").setInputFiles(new FilePayload("toi.png", "image/png", png.toByteArray()));
        phone.press("Lưu ảnh này");
        phone.isTold("Ảnh của bạn đã được lưu");
        phone.press("Xóa ảnh");
        phone.isTold("Ảnh của bạn đã được xóa");
        assertThat(phone.page().locator("img.portrait-picture")).hasCount(0);
    }

    private void leaveEverywhere(Shopper phone, Shopper desk) {
        phone.open("/account/security");
        phone.press("Đăng xuất mọi thiết bị khác");
        phone.isTold("Mọi thiết bị khác đã bị đăng xuất");
        desk.logIn(owner.email(), Client.PASSWORD);
        phone.open("/account/security");
        phone.press("Đăng xuất mọi nơi, kể cả ở đây");
        phone.isTold("Bạn đã đăng xuất khỏi mọi thiết bị");
        for (Shopper window : new Shopper[] {phone, desk}) {
            window.open("/account");
            assertThat(window.page()).hasURL(Pattern.compile(".*/login[?]next=.*"));
        }
    }

    @Test
    void who_takes_the_data_along_may_delete_the_account_once_no_order_is_under_way() throws IOException {
        String order = Shopping.placeOrder(owner, Shopping.newProduct(SHOP, 3_500_000, 5), 1);
        try (Shopper phone = phone(ColorScheme.DARK)) {
            phone.open("/account/data");
            phone.fill("password", "không phải mật khẩu này");
            phone.press("Tải dữ liệu của tôi");
            phone.isCorrected("password", "Không đúng");
            assertThat(export(phone).encode()).contains(owner.email(), order);
            delete(phone);
            assertThat(phone.page().locator(".notice--bad")).containsText("đơn hàng chưa hoàn tất");
            phone.findsNoFaultHere();
            cancel(phone, order);
            delete(phone);
            assertThat(phone.page()).hasURL(Pattern.compile(".*/goodbye"));
            phone.findsNoFaultHere();
            phone.open("/login");
            phone.fill("email", owner.email());
            phone.fill("password", Client.PASSWORD);
            phone.press("Đăng nhập");
            assertThat(phone.page().locator(".notice--bad")).containsText("E-mail hoặc mật khẩu không đúng");
            assertThat(owner.mail("is deleted").text()).contains("Goodbye");
            phone.sawNoErrors();
        }
    }

    private static JsonObject export(Shopper phone) throws IOException {
        phone.fill("password", Client.PASSWORD);
        Download file = phone.page().waitForDownload(() -> phone.press("Tải dữ liệu của tôi"));
        assertThat(file.suggestedFilename()).isEqualTo("rolt-data.json");
        try (InputStream content = file.createReadStream()) {
            return new JsonObject(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void delete(Shopper phone) {
        phone.open("/account/data");
        phone.follow("Xóa tài khoản");
        phone.fill("password", Client.PASSWORD);
        phone.press("Xóa vĩnh viễn");
    }

    private static void cancel(Shopper phone, String order) {
        phone.open("/orders/" + order);
        Page page = phone.page();
        page.locator("[popovertarget=cancel]").first().click();
        page.locator("form[action$='/cancellation'] button.button").first().click();
        assertThat(page.locator("#order h1")).containsText("đã hủy");
    }

    private Shopper phone(ColorScheme scheme) {
        Shopper phone = Shopper.onPhone(CHROMIUM, scheme);
        phone.logIn(owner.email(), Client.PASSWORD);
        return phone;
    }
}
