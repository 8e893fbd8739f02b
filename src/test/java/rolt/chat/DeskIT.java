package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.path;
import static rolt.chat.Talk.room;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;
import rolt.platform.Role;

/** What the desk has at hand, and what customers think of it, on two nodes. */
class DeskIT {
    private static final String REPLIES = "/api/v1/staff/chat/replies";

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);

    @Test
    void a_closed_room_is_rated_by_its_customer_who_may_think_again() {
        String code = Talk.open(customer, hai);
        assertThat(code(rate(customer, code, 5, null).expect(409))).isEqualTo("chat.not-closed");
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        for (int stars : new int[] {0, 6}) {
            rate(customer, code, stars, null).expect(400);
        }
        rate(customer, code, 3, "  ").expect(400);
        rate(customer, code, 2, " Chậm quá\n").expect(200);
        rate(customer.at(1), code, 5, null).expect(200);
        assertThat(code(rate(hai, code, 1, null).expect(403))).isEqualTo("chat.customers-alone");
        rate(shop.client(0).becomeCustomer(), code, 1, null).expect(404);
        JsonObject rating = room(hai, code).getJsonObject("rating");
        assertThat(rating.getInteger("stars")).isEqualTo(5);
        assertThat(rating.getString("words")).isNull();
        customer.post(path(code) + "/reopening", new JsonObject()).expect(200);
        rate(customer, code, 1, null).expect(409);
        assertThat(room(customer, code).getJsonObject("rating")).isEqualTo(rating);
    }

    private static Answer rate(Client person, String code, int stars, String words) {
        JsonObject rating = new JsonObject().put("stars", stars);
        return person.put(path(code) + "/rating", words == null ? rating : rating.put("words", words));
    }

    @Test
    void canned_replies_are_kept_by_support_and_read_by_the_desk() {
        shop.text("delete from chat.reply");
        JsonObject hello = hai.post(REPLIES, reply("Chào", null)).expect(201).json();
        hai.post(REPLIES, reply("Tạm biệt", null)).expect(201);
        hai.post(REPLIES, reply(" ", null)).expect(400);
        Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);
        assertThat(titles(lan)).containsExactly("Chào", "Tạm biệt");
        lan.post(REPLIES, reply("Thợ", null)).expect(403);
        customer.get(REPLIES).expect(403);
        String one = REPLIES + "/" + hello.getString("id");
        JsonObject changed = hai.put(one, reply("Xin chào", 7)).expect(200).json();
        assertThat(changed.getJsonObject("text").getString("vi")).isEqualTo("Chào {name}, đơn {order} đây ạ.");
        assertThat(titles(lan)).containsExactly("Tạm biệt", "Xin chào");
        hai.put(one, reply("Chào", null)).expect(200);
        assertThat(titles(lan)).containsExactly("Tạm biệt", "Chào");
        lan.delete(one).expect(403);
        hai.delete(one).expect(204);
        hai.delete(one).expect(404);
        hai.put(one, reply("Chào", null)).expect(404);
    }

    @Test
    void there_are_two_hundred_canned_replies_at_most_however_many_add_one_at_once() throws Exception {
        shop.text("delete from chat.reply");
        shop.text("""
                insert into chat.reply (title, text_vi, text_en, position)
                select 'Mẫu', 'Chào', 'Hello', n from generate_series(1, 198) n""");
        List<Answer> answers = Talk.atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Talk.Attempt) () -> hai.at(i % 2).post(REPLIES, reply("Thêm", null)))
                .toList());
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(4);
        shop.text("delete from chat.reply");
    }

    private static JsonObject reply(String title, Integer position) {
        JsonObject text =
                new JsonObject().put("vi", "Chào {name}, đơn {order} đây ạ.").put("en", "Hello {name}: {order}.");
        JsonObject reply = new JsonObject().put("title", title).put("text", text);
        return position == null ? reply : reply.put("position", position);
    }

    private static List<String> titles(Client member) {
        JsonArray items = member.get(REPLIES).expect(200).json().getJsonArray("items");
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.getJsonObject(i).getString("title"))
                .toList();
    }

    private static String code(Answer answer) {
        return answer.json().getString("code");
    }
}
