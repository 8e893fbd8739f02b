package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ui.ChatWindows.standing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.chat.Talk;
import rolt.platform.Role;

/** Who has a room, moved from the pages of staff, also where somebody else was faster. */
class ChatDeskIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    @Test
    void a_colleague_who_takes_a_room_over_makes_the_first_one_read_only_live() {
        String code = Talk.open(chat.shop.client(0).becomeCustomer(), chat.hai);
        try (Shopper desk = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            chat.atWork(desk, chat.hai, "/staff/chat/" + code);
            Page page = desk.page();
            assertThat(page.locator("#chat-text")).isInViewport();
            page.locator("#chat-text").fill("Mình đang viết dở");
            assertThat(page.locator(".chat-presence")).isVisible();
            Talk.handOver(chat.hai, code, chat.account(chat.lan)).expect(200);
            assertThat(standing(desk)).containsText("chỉ còn xem được");
            assertThat(page.locator("#chat-text")).hasValue("Mình đang viết dở");
            assertThat(page.locator("#chat-text")).not().isEditable();
            assertThat(page.locator(".chat-form button")).isHidden();
            desk.findsNoFaultHere();
            chat.lan
                    .post("/api/v1/staff/chat/rooms/" + code + "/release", new JsonObject())
                    .expect(200);
            assertThat(standing(desk)).containsText("đang ở hàng chờ");
            page.locator(".chat-back").click();
            assertThat(page.locator("#inbox-viewing + ul")).containsText("Phím Enter không nhận");
            desk.findsNoFaultHere();
            desk.sawNoErrors();
        }
    }

    @Test
    void an_administrator_gives_a_waiting_room_to_somebody() {
        appear();
        String code = Talk.open(chat.shop.client(0).becomeCustomer());
        try (Shopper office = Shopper.atDesk(CHROMIUM, ColorScheme.DARK)) {
            chat.atWork(office, chat.shop.client(1).becomeStaff(Role.ADMIN), "/staff/chat");
            Locator row = office.page().locator("[data-room='" + code + "']");
            assertThat(row).containsText("vừa vào");
            assertThat(office.page().locator("#inbox-mine")).hasCount(0);
            row.locator("summary").click();
            row.locator("select").selectOption(chat.account(chat.lan));
            office.findsNoFaultHere();
            row.locator("form button").click();
            office.isTold("Đã giao cuộc trò chuyện.");
            assertThat(row).hasCount(0);
            assertThat(Talk.room(chat.lan, code).getBoolean("mayWrite")).isTrue();
            office.sawNoErrors();
        }
    }

    private void appear() {
        chat.lan
                .put("/api/v1/staff/chat/presence", new JsonObject().put("available", true))
                .expect(200);
    }

    @Test
    void who_comes_too_late_is_told_what_happened() {
        appear();
        String code = Talk.open(chat.shop.client(0).becomeCustomer());
        String here = "/staff/chat/" + code;
        Browser late = chat.signedIn(chat.hai, 1);
        Seen list = late.get("/staff/chat");
        Talk.claim(chat.lan, code).expect(200);
        Seen claimed = late.submit(list, here + "/claim", Map.of());
        assertThat(claimed.status()).isEqualTo(409);
        assertThat(claimed.html()).contains("Một đồng nghiệp vừa nhận cuộc này trước bạn.");
        assertThat(late.submit(list, here + "/assignment", Map.of()).html())
                .contains("Cuộc này vừa có người nhận, nên chưa giao cho ai.");
        Browser holder = chat.signedIn(chat.lan, 0);
        Seen room = holder.get(here);
        Talk.handOver(chat.lan, code, chat.account(chat.hai)).expect(200);
        for (String move : new String[] {"/release", "/hand-over"}) {
            Seen refused = holder.submit(room, here + move, Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.html()).contains("vừa đổi người phụ trách hoặc vừa đóng, nên chưa có gì thay đổi.");
        }
    }

    @Test
    void support_keeps_the_canned_replies_that_all_of_the_desk_uses() {
        String code = Talk.open(chat.shop.client(0).becomeCustomer(), chat.lan);
        try (Shopper desk = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            chat.atWork(desk, chat.hai, "/staff/chat");
            Page page = desk.page();
            desk.follow("Câu trả lời mẫu");
            desk.follow("Thêm câu mẫu");
            page.locator("#title").fill("Hẹn giờ");
            page.locator("[id='text.vi']").fill("Chào {name}, shop gọi lại sau nhé.");
            page.locator("[id='text.en']").fill("Hello {name}, we will call back.");
            page.locator("#position").fill("mười");
            desk.findsNoFaultHere();
            desk.press("Lưu");
            assertThat(page.locator("#position-fault")).isVisible();
            assertThat(page.locator("#title")).hasValue("Hẹn giờ");
            page.locator("#position").fill("99");
            desk.press("Lưu");
            desk.isTold("Đã lưu câu mẫu.");
            desk.findsNoFaultHere();
            Browser technician = chat.signedIn(chat.lan, 0);
            assertThat(technician.get("/staff/chat/" + code).html())
                    .contains("data-reply=\"Chào Nguyễn Minh Anh, shop gọi lại sau nhé.\"");
            Seen list = technician.get("/staff/chat/replies");
            assertThat(list.html()).contains("Hẹn giờ").doesNotContain("Thêm câu mẫu", "/removal");
            page.getByLabel("Sửa câu mẫu Hẹn giờ").click();
            page.locator("#title").fill("Gọi lại");
            desk.press("Lưu");
            assertThat(page.locator("main")).containsText("Gọi lại");
            page.getByLabel("Xóa câu mẫu Gọi lại").click();
            desk.isTold("Đã xóa câu mẫu.");
            desk.sawNoErrors();
        }
        Browser customer = chat.signedIn(chat.shop.client(0).becomeCustomer(), 0);
        assertThat(customer.get("/staff/chat/replies").status()).isEqualTo(403);
        assertThat(customer.get("/staff/chat/replies/new").status()).isEqualTo(403);
    }
}
