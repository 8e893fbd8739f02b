package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.atOnce;
import static rolt.chat.Talk.messages;
import static rolt.chat.Talk.path;
import static rolt.chat.Talk.room;
import static rolt.chat.Talk.say;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Rooms, their messages and who may write, over the public interface of two nodes. */
class ChatIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);

    @Test
    void a_room_begins_with_its_first_message_and_waits_for_somebody() {
        String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 1), 1);
        JsonObject opening = Talk.opening("  Chào shop!\n").put("orderCode", order);
        JsonObject room =
                customer.post("/api/v1/chat/rooms", opening).expect(201).json();
        String code = room.getString("code");
        assertThat(code).matches("support-[0-9a-z]{6}-001");
        assertThat(room.getString("state")).isEqualTo("WAITING");
        assertThat(room.getString("orderCode")).isEqualTo(order);
        assertThat(room.getInteger("position")).isPositive();
        assertThat(messages(customer, code))
                .extracting(message -> message.getString("text"))
                .containsExactly("Chào shop!");

        JsonObject again =
                customer.post("/api/v1/chat/rooms", opening).expect(409).json();
        assertThat(again.getString("code")).isEqualTo("chat.room-open");
        assertThat(again.getString("title")).contains(code);
        say(customer, code, opening.getString("clientId"), "Chào shop!").expect(200);
        assertThat(messages(customer, code)).hasSize(1);

        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        assertThat(Talk.open(customer)).isEqualTo(code.replace("-001", "-002"));
        assertThat(customer.post(path(code) + "/reopening", new JsonObject())
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("chat.room-open");
    }

    @Test
    void a_room_is_not_about_an_order_of_somebody_else() {
        Client other = shop.client(0).becomeCustomer();
        String order = Shopping.placeOrder(other, Shopping.newProduct(shop, 3_500_000, 1), 1);
        Answer refused = customer.post(
                        "/api/v1/chat/rooms", Talk.opening("Chào").put("orderCode", order))
                .expect(400);
        assertThat(refused.json().getJsonArray("violations").getJsonObject(0).getString("field"))
                .isEqualTo("orderCode");
    }

    @Test
    void what_is_sent_again_is_the_same_message() {
        String code = Talk.open(customer, hai);
        String id = UUID.randomUUID().toString();
        JsonObject first = say(customer, code, id, "Một lần thôi").expect(200).json();
        assertThat(say(customer.at(1), code, id, "Một lần thôi").expect(200).json())
                .isEqualTo(first);
        say(customer, code, id, "Câu khác").expect(422);
        // Somebody else's id of the same letters is another message.
        assertThat(say(hai, code, id, "Một lần thôi").expect(200).json().getLong("seq"))
                .isEqualTo(first.getLong("seq") + 1);
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        assertThat(say(customer, code, id, "Một lần thôi").expect(200).json()).isEqualTo(first);
    }

    @Test
    void one_message_that_is_sent_many_times_at_once_gets_one_number() throws Exception {
        String code = Talk.open(customer, hai);
        String id = UUID.randomUUID().toString();
        List<Answer> answers = atOnce(IntStream.range(0, 12)
                .mapToObj(i -> (Talk.Attempt) () -> say(customer.at(i % 2), code, id, "Gửi lại"))
                .toList());
        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.json().getLong("seq")).distinct())
                .hasSize(1);
        assertThat(messages(customer, code)).hasSize(3);
    }

    @Test
    void two_people_who_talk_at_once_on_two_nodes_get_numbers_without_gaps_or_twins() throws Exception {
        String code = Talk.open(customer, hai);
        List<Talk.Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String text = "Câu " + i;
            attempts.add(() -> say(customer.at(text.length() % 2), code, text));
            attempts.add(() -> say(hai, code, text));
        }
        List<Long> told = atOnce(attempts).stream()
                .map(answer -> answer.expect(200).json().getLong("seq"))
                .sorted()
                .toList();
        assertThat(told).isEqualTo(LongStream.rangeClosed(3, 62).boxed().toList());
        assertThat(messages(hai, code))
                .extracting(message -> message.getLong("seq"))
                .isEqualTo(LongStream.rangeClosed(1, 62).boxed().toList());
    }

    @Test
    void who_reconnects_reads_what_was_missed_and_who_reads_back_pages() {
        String code = Talk.open(customer, hai);
        for (int i = 0; i < 10; i++) {
            say(hai, code, "Câu " + i).expect(200);
        }
        JsonObject missed = customer.get(path(code) + "/messages?after=7&limit=3")
                .expect(200)
                .json();
        assertThat(numbers(missed)).containsExactly(8L, 9L, 10L);
        assertThat(missed.getBoolean("more")).isTrue();
        assertThat(missed.getLong("lastSeq")).isEqualTo(12);
        JsonObject rest = customer.get(path(code) + "/messages?after=10&limit=3")
                .expect(200)
                .json();
        assertThat(numbers(rest)).containsExactly(11L, 12L);
        assertThat(rest.getBoolean("more")).isFalse();
        assertThat(numbers(customer.get(path(code) + "/messages?limit=2").json()))
                .containsExactly(11L, 12L);
        JsonObject back =
                customer.get(path(code) + "/messages?before=3&limit=5").json();
        assertThat(numbers(back)).containsExactly(1L, 2L);
        assertThat(back.getBoolean("more")).isFalse();
        assertThat(numbers(customer.get(path(code) + "/messages?after=12").json()))
                .isEmpty();
    }

    private static List<Long> numbers(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getLong("seq"))
                .toList();
    }

    @Test
    void who_was_replaced_reads_on_and_writes_no_more() {
        String code = Talk.open(customer, hai);
        say(hai, code, "Mình là Hải").expect(200);
        Talk.handOver(hai, code, idOf(lan)).expect(200);
        assertThat(say(hai, code, "Còn nữa").expect(403).json().getString("code"))
                .isEqualTo("chat.view-only");
        say(lan, code, "Mình là Lan").expect(200);
        assertThat(messages(hai, code))
                .extracting(message -> message.getString("text"))
                .contains("Mình là Lan");
        assertThat(room(hai, code).getBoolean("mayWrite")).isFalse();
        assertThat(room(customer, code).getString("member")).isEqualTo("Nguyễn Minh Anh");
        // A third one finds nothing at all, whatever the role.
        Client third = shop.client(0).becomeStaff(Role.SUPPORT, Role.ADMIN);
        third.get(path(code)).expect(404);
        third.get(path(code) + "/messages").expect(404);
        say(third, code, "Tôi nữa").expect(404);
        third.get("/api/v1/staff/chat/rooms/" + code + "/turns").expect(404);
        JsonObject turns = lan.get("/api/v1/staff/chat/rooms/" + code + "/turns")
                .expect(200)
                .json();
        assertThat(turns.getJsonArray("items")).hasSize(2);
    }

    @Test
    void who_takes_no_rooms_any_more_neither_reads_nor_writes() {
        String code = Talk.open(customer, hai);
        say(hai, code, "Mình là Hải").expect(200);
        shop.text("delete from account.account_role where role = 'SUPPORT' and account_id = ?::uuid", idOf(hai));
        say(hai, code, "Vẫn là Hải đây").expect(404);
        hai.get(path(code)).expect(404);
        hai.get(path(code) + "/messages").expect(404);
        hai.post(path(code) + "/beats", new JsonObject()).expect(404);
        hai.post(path(code) + "/closing", new JsonObject()).expect(404);
        say(customer, code, "Còn ai không?").expect(200);
    }

    @Test
    void of_many_who_claim_a_room_at_once_one_gets_it() throws Exception {
        String code = Talk.open(customer);
        List<Talk.Attempt> claims = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Client member = i % 2 == 0 ? hai : lan;
            claims.add(() -> Talk.claim(member, code));
        }
        List<Answer> answers = atOnce(claims);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::json)
                        .map(moved -> moved.getInteger("turn")))
                .isNotEmpty()
                .containsOnly(1);
        assertThat(messages(customer, code)).hasSize(2);
    }

    @Test
    void in_the_very_moment_of_a_hand_over_nobody_writes_out_of_turn() throws Exception {
        String code = Talk.open(customer, hai);
        Client[] members = {hai, lan};
        for (int round = 0; round < 8; round++) {
            Client from = members[round % 2];
            Client to = members[(round + 1) % 2];
            List<Talk.Attempt> attempts = new ArrayList<>();
            String words = "Vòng " + round;
            for (int i = 0; i < 4; i++) {
                attempts.add(() -> say(from, code, words));
                attempts.add(() -> say(to, code, words));
            }
            attempts.add(4, () -> Talk.handOver(from, code, idOf(to)));
            atOnce(attempts).forEach(answer -> assertThat(answer.status()).isIn(200, 403, 404));
        }
        assertThat(shop.text(OUT_OF_TURN, code)).isEqualTo("0");
    }

    /** Messages of staff whose sender did not have the room when they got their numbers. */
    private static final String OUT_OF_TURN = """
            select count(*)::text from chat.message m join chat.room r on r.id = m.room_id
            where r.code = ? and m.side = 'STAFF' and m.sender_id is distinct from (
                select t.member_id from chat.turn t
                where t.room_id = r.id and t.turn = (
                    select count(*) from chat.message e
                    where e.room_id = r.id and e.kind = 'EVENT' and e.seq < m.seq))
            """;

    @Test
    void what_is_said_may_be_long_and_holds_nothing_unseen() {
        String code = Talk.open(customer);
        say(customer, code, "é".repeat(4_000)).expect(200);
        say(customer, code, "a".repeat(4_001)).expect(400);
        say(customer, code, "   \n ").expect(400);
        say(customer, code, "\u3000\u2003").expect(400);
        say(customer, code, "a\u0007b").expect(400);
        say(customer, code, "a\u202Eb").expect(400);
        say(customer, code, "dòng một\ndòng hai").expect(200);
        say(customer, code, "<script>alert(1)</script>").expect(200);
    }

    private String idOf(Client person) {
        return shop.text("select id from account.account where email = ?", person.email());
    }
}
