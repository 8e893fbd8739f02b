package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.messages;
import static rolt.chat.Talk.path;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.FullShelves;
import rolt.TestShop;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.platform.Role;

/** A technician proposes another choice, and the customer's own build becomes it, or not; on two nodes. */
@ExtendWith(FullShelves.class)
class ProposalsIT {
    private static final String OTHER_PACKS = "SUONGMAI-10";

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client lan = shop.client(1).becomeStaff(Role.TECHNICIAN);
    private JsonObject build;
    private String code;

    @BeforeEach
    void a_room_is_about_a_build() {
        build = save(customer);
        code = open(customer, build.getString("code"));
        Talk.claim(lan, code).expect(200);
    }

    @Test
    void an_accepted_proposal_changes_the_build_once_however_often_it_is_accepted() throws Exception {
        String id = UUID.randomUUID().toString();
        JsonObject sent = propose(lan, code, id, OTHER_PACKS).expect(200).json();
        assertThat(propose(lan.at(0), code, id, OTHER_PACKS).expect(200).json()).isEqualTo(sent);
        propose(lan, code, id, "SUONGMAI-70").expect(422);
        JsonObject proposal = sent.getJsonObject("proposal");
        assertThat(proposal.getString("state")).isEqualTo("OPEN");
        assertThat(proposal.getLong("total")).isPositive().isNotEqualTo(proposal.getLong("before"));
        assertThat(proposal.getLong("before")).isEqualTo(own().getLong("total"));
        assertThat(proposal.getJsonObject("from")).isEqualTo(own().getJsonObject("selection"));
        List<RoomEvent> heard = new CopyOnWriteArrayList<>();
        shop.platform(1).bus().listen(RoomEvent.ADDRESS + code, RoomEvent.class, heard::add);

        List<Answer> answers = Talk.atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Talk.Attempt) () -> accept(customer.at(i % 2), sent))
                .toList());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expect(200)
                                .json()
                                .getJsonObject("proposal")
                                .getString("state"))
                        .isEqualTo("ACCEPTED"));
        assertThat(own().getInteger("version")).isEqualTo(2);
        assertThat(own().getLong("total")).isEqualTo(proposal.getLong("total"));
        List<JsonObject> said = messages(lan, code);
        assertThat(said).hasSize(4);
        assertThat(said.get(2).getJsonObject("proposal").getString("state")).isEqualTo("ACCEPTED");
        JsonObject event = said.getLast();
        assertThat(event.getString("kind")).isEqualTo("EVENT");
        assertThat(event.getJsonObject("decided"))
                .isEqualTo(new JsonObject()
                        .put("seq", sent.getLong("seq").intValue())
                        .put("state", "ACCEPTED"));
        Eventually.ask(() -> heard, events -> !events.isEmpty());
        assertThat(heard.getFirst().message().decided().state()).isEqualTo(ProposalState.ACCEPTED);
        assertThat(refused(decline(customer, sent), 409)).isEqualTo("chat.proposal-decided");
    }

    @Test
    void what_the_build_is_already_is_no_proposal() {
        assertThat(refused(propose(lan, code, "SUONGMAI-70"), 409)).isEqualTo("chat.proposal-same");
        assertThat(messages(customer, code)).hasSize(2);
    }

    @Test
    void a_build_that_was_changed_meanwhile_stays_as_its_owner_has_it() {
        JsonObject sent = propose(lan, code, OTHER_PACKS).expect(200).json();
        rename("Của mình");
        assertThat(refused(accept(customer, sent), 409)).isEqualTo("chat.build-changed");
        assertThat(own().getInteger("version")).isEqualTo(2);
        assertThat(decline(customer.at(1), sent)
                        .expect(200)
                        .json()
                        .getJsonObject("proposal")
                        .getString("state"))
                .isEqualTo("DECLINED");
        decline(customer, sent).expect(200);
        assertThat(refused(accept(customer, sent), 409)).isEqualTo("chat.proposal-decided");
        assertThat(messages(customer, code)).hasSize(4);
        assertThat(messages(customer, code).getLast().getJsonObject("decided").getString("state"))
                .isEqualTo("DECLINED");

        JsonObject second = propose(lan, code, OTHER_PACKS).expect(200).json();
        customer.delete("/api/v1/me/builds/" + build.getString("id")).expect(204);
        assertThat(refused(accept(customer, second), 409)).isEqualTo("chat.build-changed");
        assertThat(refused(propose(lan, code, OTHER_PACKS), 409)).isEqualTo("chat.no-build");
    }

    @Test
    void what_a_killed_node_left_half_done_is_finished_by_the_next_tap() {
        JsonObject sent = propose(lan, code, OTHER_PACKS).expect(200).json();
        JsonObject change = new JsonObject()
                .put("version", 1)
                .put("selection", sent.getJsonObject("proposal").getValue("selection"));
        customer.patch("/api/v1/me/builds/" + build.getString("id"), change).expect(200);
        shop.text("""
                update chat.message m set proposal_state = 'ACCEPTING' from chat.room r
                where r.id = m.room_id and r.code = ? and m.kind = 'PROPOSAL'""", code);
        assertThat(messages(lan, code).getLast().getJsonObject("proposal").getString("state"))
                .isEqualTo("OPEN");
        assertThat(refused(decline(customer, sent), 409)).isEqualTo("chat.proposal-decided");
        // Even if the room was closed since, for the build is another one already.
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        accept(customer.at(1), sent).expect(200);
        assertThat(own().getInteger("version")).isEqualTo(2);
        assertThat(messages(customer, code).getLast().getJsonObject("decided").getString("state"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void in_a_room_that_is_closed_in_that_moment_nothing_is_declined_and_what_is_accepted_is_still_told()
            throws Exception {
        String close = "update chat.room set state = 'CLOSED', member_id = null where code = $1";
        JsonObject first = propose(lan, code, OTHER_PACKS).expect(200).json();
        Answer declined =
                Talk.whileChanged(shop, code, close, "set proposal_state = $3", () -> decline(customer, first));
        assertThat(refused(declined, 409)).isEqualTo("chat.closed");
        assertThat(messages(customer, code).getLast()).isEqualTo(first);

        customer.post(path(code) + "/reopening", new JsonObject()).expect(200);
        Answer accepted =
                Talk.whileChanged(shop, code, close, "set proposal_state = $3", () -> accept(customer, first));
        assertThat(accepted.expect(200).json().getJsonObject("proposal").getString("state"))
                .isEqualTo("ACCEPTED");
        assertThat(own().getInteger("version")).isEqualTo(2);
        assertThat(messages(customer, code).getLast().getJsonObject("decided").getString("state"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void who_has_the_room_proposes_and_its_customer_alone_decides() {
        Client hai = shop.client(0).becomeStaff(Role.SUPPORT);
        Client stranger = shop.client(1).becomeCustomer();
        assertThat(refused(propose(customer, code, OTHER_PACKS), 403)).isEqualTo("role-needed");
        propose(hai, code, OTHER_PACKS).expect(404);
        propose(lan, code, "NOWHERE").expect(400);
        JsonObject sent = propose(lan, code, OTHER_PACKS).expect(200).json();
        accept(stranger, sent).expect(404);
        decline(hai, sent).expect(404);
        assertThat(refused(accept(lan, sent), 403)).isEqualTo("chat.customers-alone");
        assertThat(refused(decline(lan, sent), 403)).isEqualTo("chat.customers-alone");
        assertThat(refused(accept(customer, messages(customer, code).getFirst()), 409))
                .isEqualTo("chat.no-proposal");
        Talk.handOver(lan, code, shop.text("select id from account.account where email = ?", hai.email()))
                .expect(200);
        assertThat(refused(propose(lan, code, OTHER_PACKS), 403)).isEqualTo("chat.view-only");
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        assertThat(refused(propose(hai, code, OTHER_PACKS), 409)).isEqualTo("chat.closed");
        assertThat(refused(accept(customer, sent), 409)).isEqualTo("chat.closed");
        assertThat(refused(decline(customer, sent), 409)).isEqualTo("chat.closed");
        assertThat(own().getInteger("version")).isOne();

        String ofAnother = open(stranger, build.getString("code"));
        Talk.claim(lan, ofAnother).expect(200);
        assertThat(refused(propose(lan, ofAnother, OTHER_PACKS), 409)).isEqualTo("chat.no-build");
        String aboutNothing = Talk.open(shop.client(0).becomeCustomer(), lan);
        assertThat(refused(propose(lan, aboutNothing, OTHER_PACKS), 409)).isEqualTo("chat.no-build");
    }

    private static String refused(Answer answer, int status) {
        return answer.expect(status).json().getString("code");
    }

    private static Answer propose(Client member, String code, String packs) {
        return propose(member, code, UUID.randomUUID().toString(), packs);
    }

    private static Answer propose(Client member, String code, String clientId, String packs) {
        JsonObject proposal = new JsonObject()
                .put("clientId", clientId)
                .put("selection", selection(packs))
                .put("text", "Thử thế này nhé");
        return member.post("/api/v1/staff/chat/rooms/" + code + "/proposals", proposal);
    }

    private Answer accept(Client person, JsonObject message) {
        return person.post(path(code) + "/proposals/" + message.getLong("seq") + "/acceptance", new JsonObject());
    }

    private Answer decline(Client person, JsonObject message) {
        return person.post(path(code) + "/proposals/" + message.getLong("seq") + "/refusal", new JsonObject());
    }

    private JsonObject own() {
        return customer.get("/api/v1/me/builds/" + build.getString("id"))
                .expect(200)
                .json();
    }

    private void rename(String title) {
        customer.patch(
                        "/api/v1/me/builds/" + build.getString("id"),
                        new JsonObject().put("version", 1).put("title", title))
                .expect(200);
    }

    private static JsonObject save(Client owner) {
        JsonObject saved =
                new JsonObject().put("selection", selection("SUONGMAI-70")).put("title", "Của Minh Anh");
        return owner.post("/api/v1/builds", saved).expect(201).json();
    }

    private static JsonObject selection(String packs) {
        return new JsonObject("""
                {"kitSku": "SONG60-BLACK", "switches": [{"sku": "%s"}], "keycapSkus": ["GBT-BASE"]}
                """.formatted(packs));
    }

    private static String open(Client customer, String buildCode) {
        return customer.post("/api/v1/chat/rooms", Talk.opening("Chọn gì đây?").put("buildCode", buildCode))
                .expect(201)
                .json()
                .getString("code");
    }
}
