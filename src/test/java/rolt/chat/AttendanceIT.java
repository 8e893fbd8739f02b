package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.messages;
import static rolt.chat.Talk.path;
import static rolt.chat.Talk.room;
import static rolt.chat.Talk.say;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.chat.DeskMessages.DeskChanged;
import rolt.platform.Role;

/** Heartbeats, and what becomes of rooms without them, on two nodes. */
class AttendanceIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);

    @AfterEach
    void nobody_is_there() {
        shop.text("delete from chat.presence");
    }

    @Test
    void a_heartbeat_tells_who_is_there_and_whether_something_was_missed() {
        String code = Talk.open(customer);
        JsonObject alone = beat(customer, code);
        assertThat(alone.getBoolean("attended")).isFalse();
        appear(hai, true);
        JsonObject attended = beat(customer, code);
        assertThat(attended.getBoolean("attended")).isTrue();
        assertThat(attended.getJsonObject("room").getBoolean("otherOnline")).isFalse();
        Talk.claim(hai, code).expect(200);
        say(hai, code, "Mình đây").expect(200);
        JsonObject room = beat(customer, code).getJsonObject("room");
        assertThat(room.getBoolean("otherOnline")).isTrue();
        assertThat(room.getLong("lastSeq")).isEqualTo(3);
        lan.post(path(code) + "/beats", new JsonObject()).expect(404);
    }

    @Test
    void how_long_the_queue_may_take_is_guessed_from_the_rooms_that_were_claimed_lately() {
        AttendanceRepository attendance =
                new AttendanceRepository(shop.platform().database(), Duration.ofMinutes(2));
        shop.text("update chat.turn set at = at - interval '8 days' where move = 'CLAIM'");
        assertThat(attendance.medianWait()).isEmpty();
        String code = Talk.open(customer, hai);
        hai.post("/api/v1/staff/chat/rooms/" + code + "/release", new JsonObject())
                .expect(200);
        // Back in the queue for longer than a week, and claimed just now.
        shop.text("""
                update chat.turn t set at = at - interval '9 days' from chat.room r
                where r.id = t.room_id and r.code = ?""", code);
        Talk.claim(hai, code).expect(200);
        assertThat(attendance.medianWait().orElseThrow()).isBetween(Duration.ofDays(9), Duration.ofDays(10));
    }

    @Test
    void the_least_busy_of_those_who_are_there_gets_the_room() {
        Talk.open(shop.client(0).becomeCustomer(), hai);
        appear(hai, true);
        JsonArray present = appear(lan, true);
        assertThat(present.getJsonObject(0).getInteger("rooms")).isZero();
        String code = Talk.open(customer);
        Talk.handOver(hai, code, null, 0).expect(200);
        assertThat(room(lan, code).getBoolean("mayWrite")).isTrue();
        appear(lan, false);
        // Hải is there, and gets it from Lan, who goes; then nobody is left for Hải to give it to.
        Talk.handOver(lan, code, null).expect(200);
        assertThat(Talk.handOver(hai, code, null).expect(409).json().getString("code"))
                .isEqualTo("chat.nobody-there");
    }

    @Test
    void a_member_who_is_heard_of_no_more_loses_the_room_to_the_queue_and_only_reads() {
        String code = Talk.open(customer, hai);
        shop.text("update chat.seat set seen_at = now() - interval '119 seconds' where side = 'STAFF'");
        shop.text("update chat.room set active_at = now() - interval '299 seconds' where code = ?", code);
        String kept = Talk.open(shop.client(1).becomeCustomer(), lan);
        shop.text("""
                update chat.seat s set seen_at = now() - interval '121 seconds' from chat.room r
                where r.id = s.room_id and r.code = ? and s.side = 'STAFF'""", code);
        Eventually.ask(() -> room(customer, code).getString("state"), "WAITING"::equals);
        assertThat(messages(customer, code).getLast().getString("event")).isEqualTo("MISS");
        say(hai, code, "Còn đây mà").expect(403);
        assertThat(room(lan, kept).getString("state")).isEqualTo("OPEN");
        Talk.claim(hai, code).expect(200);
        say(hai, code, "Mình quay lại rồi").expect(200);
    }

    @Test
    void a_member_who_is_heard_of_while_the_rooms_are_looked_after_keeps_the_room() {
        Client before = shop.client(0).becomeCustomer();
        String first = Talk.open(before, lan);
        String code = Talk.open(customer, hai);
        Client after = shop.client(1).becomeCustomer();
        String last = Talk.open(after, lan);
        shop.platform().database().transaction(tx -> {
            tx.run("select from chat.room where code = $1 for update", first);
            shop.text("""
                    update chat.seat s set seen_at = now() - interval '121 seconds' from chat.room r
                    where r.id = s.room_id and r.code in (?, ?, ?) and s.side = 'STAFF'""", first, code, last);
            Eventually.ask(() -> shop.number(WAITS), waiting -> waiting > 0);
            return beat(hai, code);
        });
        Eventually.ask(() -> room(after, last).getString("state"), "WAITING"::equals);
        assertThat(room(before, first).getString("state")).isEqualTo("WAITING");
        assertThat(room(customer, code).getString("state")).isEqualTo("OPEN");
    }

    /** Moves of rooms that wait for somebody else. */
    private static final String WAITS =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%set state =%'";

    @Test
    void rooms_of_who_takes_none_any_more_or_has_gone_are_back_in_the_queue_at_once() {
        String ofFormer = Talk.open(customer, hai);
        Client other = shop.client(1).becomeCustomer();
        String ofGone = Talk.open(other, lan);
        say(lan, ofGone, "Mình là Lan").expect(200);
        shop.text(
                "delete from account.account_role using account.account a where a.id = account_id and a.email = ?",
                hai.email());
        shop.text("delete from account.account where email = ?", lan.email());
        Eventually.ask(() -> room(customer, ofFormer).getString("state"), "WAITING"::equals);
        Eventually.ask(() -> room(other, ofGone).getString("state"), "WAITING"::equals);
        JsonObject last = messages(other, ofGone).getLast();
        assertThat(last.getString("event")).isEqualTo("RELEASE");
        assertThat(last.getString("text")).isEqualTo("You are back in the queue.");
        Client third = shop.client(0).becomeStaff(Role.SUPPORT);
        Talk.claim(third, ofGone).expect(200);
        assertThat(messages(third, ofGone))
                .extracting(message -> message.getString("text"))
                .contains("Mình là Lan");
    }

    @Test
    void the_desk_is_told_that_who_waited_has_gone() {
        Talk.open(customer);
        UUID gone = UUID.fromString(shop.text("select id from account.account where email = ?", customer.email()));
        List<DeskChanged> heard = new CopyOnWriteArrayList<>();
        shop.platform(1).bus().listen(DeskChanged.ADDRESS, DeskChanged.class, heard::add);
        shop.text("delete from account.account where id = ?", gone);
        shop.platform().bus().publish(AccountMessages.CHANGED, new AccountChanged(gone));
        Eventually.ask(() -> heard, changes -> changes.contains(new DeskChanged(null)));
    }

    @Test
    void a_room_in_which_nothing_is_said_for_five_minutes_is_closed_and_may_be_reopened() {
        String code = Talk.open(customer, hai);
        shop.text("update chat.room set active_at = now() - interval '301 seconds' where code = ?", code);
        Eventually.ask(() -> room(customer, code).getString("state"), "CLOSED"::equals);
        JsonObject last = messages(customer, code).getLast();
        assertThat(last.getString("text")).isEqualTo("Connection closed due to inactivity.");
        assertThat(say(customer, code, "Còn ai không?").expect(409).json().getString("code"))
                .isEqualTo("chat.closed");
        customer.post(path(code) + "/reopening", new JsonObject()).expect(200);
        say(customer, code, "Còn ai không?").expect(200);
        assertThat(room(customer, code).getString("state")).isEqualTo("WAITING");
    }

    private static JsonObject beat(Client person, String code) {
        return person.post(path(code) + "/beats", new JsonObject()).expect(200).json();
    }

    private static JsonArray appear(Client member, boolean available) {
        return member.put("/api/v1/staff/chat/presence", new JsonObject().put("available", available))
                .expect(200)
                .json()
                .getJsonArray("items");
    }
}
