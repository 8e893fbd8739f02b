package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.caller;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.IdentifySession;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.RefreshToken;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Ticket;
import rolt.account.AccountMessages.Tokens;
import rolt.cart.CartMessages.MergeCart;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Problem;

class LogInIT {
    private final AccountHouse house = AccountHouse.open();
    private final AccessTokens accessTokens =
            new AccessTokens(house.platform().vertx(), house.platform().config().auth());

    @Test
    void an_unknown_account_and_a_wrong_password_get_the_same_answer() throws InterruptedException {
        Problem unknown = refusal(visitor(), email(), PASSWORD);
        Problem wrong = refusal(visitor(), house.account(), "not the password");
        assertThat(unknown.detail()).isEqualTo(wrong.detail());
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void a_password_is_the_same_however_its_diacritics_were_typed() throws InterruptedException {
        String decomposed = Normalizer.normalize(PASSWORD, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(logIn(visitor(), house.account(), decomposed).token()).hasSize(22);
    }

    @Test
    void a_login_has_a_new_session_and_ends_the_one_before() throws InterruptedException {
        String email = house.account();
        Session first = logIn(visitor(), email, PASSWORD);
        Session second = logIn(caller(first), email, PASSWORD);
        assertThat(second.identity().sessionId()).isNotEqualTo(first.identity().sessionId());
        assertThat(house.refusal(
                                visitor(),
                                "account.identifySession",
                                new IdentifySession(first.token(), new Device(null, null)))
                        .status())
                .isEqualTo(404);
        assertThat(identify(second.token())).isEqualTo(second.identity());
    }

    @Test
    void the_cart_of_the_visit_is_handed_to_the_account() throws InterruptedException {
        String email = house.account();
        Session visit = house.ask(visitor(), "account.startVisit", new Nothing(), Session.class);
        CompletableFuture<List<UUID>> merged = new CompletableFuture<>();
        var consumer = house.platform()
                .vertx()
                .eventBus()
                .<io.vertx.core.json.JsonObject>consumer("cart.mergeCart", message -> {
                    var request = message.body();
                    merged.complete(List.of(
                            UUID.fromString(request.getJsonObject("caller").getString("accountId")),
                            rolt.platform.Json.record(request.getJsonObject("input"), MergeCart.class)
                                    .sessionId()));
                    message.reply(new io.vertx.core.json.JsonObject());
                });
        Session session = logIn(caller(visit), email, PASSWORD);
        consumer.unregister().await();
        assertThat(merged.join())
                .containsExactly(
                        session.identity().accountId(), visit.identity().sessionId());
    }

    @Test
    void a_login_succeeds_where_no_cart_answers() throws InterruptedException {
        String email = house.account();
        Session visit = house.ask(visitor(), "account.startVisit", new Nothing(), Session.class);
        assertThat(logIn(caller(visit), email, PASSWORD).identity().accountId()).isNotNull();
    }

    @Test
    void an_ended_session_is_nobodys() throws InterruptedException {
        Session session = logIn(visitor(), house.account(), PASSWORD);
        house.ask(caller(session), "account.endSession", new Nothing(), Object.class);
        assertThat(house.refusal(
                                visitor(),
                                "account.identifySession",
                                new IdentifySession(session.token(), new Device(null, null)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_access_token_names_subject_and_session_only() throws InterruptedException {
        Tokens tokens = tokens(house.account());
        AccessTokens.Claims claims = accessTokens.read(tokens.accessToken()).await();
        Identity identity = house.ask(
                visitor(),
                "account.identifyAccount",
                new IdentifyAccount(claims.accountId(), claims.sessionId(), new Device(null, null)),
                Identity.class);
        assertThat(identity.verified()).isTrue();
        assertThat(tokens.expiresIn()).isEqualTo(900);
    }

    @Test
    void a_refresh_token_rotates() throws InterruptedException {
        Tokens first = tokens(house.account());
        Tokens second = refresh(first);
        Tokens third = refresh(second);
        assertThat(Set.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
                .hasSize(3);
    }

    @Test
    void a_refresh_whose_answer_was_lost_is_answered_the_same_again() throws InterruptedException {
        Tokens first = tokens(house.account());
        assertThat(refresh(first).refreshToken()).isEqualTo(refresh(first).refreshToken());
    }

    @Test
    void a_refresh_token_used_before_the_last_ends_the_session() throws InterruptedException {
        Tokens first = tokens(house.account());
        Tokens second = refresh(first);
        Tokens third = refresh(second);
        assertThat(refreshRefusal(first).status()).isEqualTo(401);
        assertThat(refreshRefusal(third).status()).isEqualTo(401);
        AccessTokens.Claims claims = accessTokens.read(third.accessToken()).await();
        IdentifyAccount asked = new IdentifyAccount(claims.accountId(), claims.sessionId(), new Device(null, null));
        assertThat(house.refusal(visitor(), "account.identifyAccount", asked).code())
                .isEqualTo("session-ended");
    }

    @Test
    void a_used_refresh_token_ends_the_session_after_the_grace() throws InterruptedException {
        Tokens first = tokens(house.account());
        Tokens second = refresh(first);
        house.database()
                .run(
                        "update account.refresh_token set used_at = now() - interval '11 seconds',"
                                + " created_at = now() - interval '1 minute' where token_hash = $1",
                        new Token(first.refreshToken()).hash());
        assertThat(refreshRefusal(first).status()).isEqualTo(401);
        assertThat(refreshRefusal(second).status()).isEqualTo(401);
    }

    @Test
    void a_used_refresh_token_is_forgotten_after_a_day_and_its_session_goes_on() throws InterruptedException {
        Tokens first = tokens(house.account());
        Tokens second = refresh(first);
        house.update(
                "update account.refresh_token set used_at = now() - interval '25 hours',"
                        + " created_at = now() - interval '26 hours' where token_hash = $1",
                new Token(first.refreshToken()).hash());
        new SessionRepository(house.database()).sweep(1);
        assertThat(house.database()
                        .list(
                                "select 1 from account.refresh_token where token_hash = $1",
                                row -> 1,
                                new Token(first.refreshToken()).hash()))
                .isEmpty();
        assertThat(refresh(second)).isNotNull();
    }

    @Test
    void a_ticket_lets_its_owner_in_once() throws InterruptedException {
        Session session = logIn(visitor(), house.account(), PASSWORD);
        Ticket ticket = house.ask(caller(session), "account.createTicket", new Nothing(), Ticket.class);
        Caller entered = house.ask(Caller.system("ticket-test"), "account.redeemTicket", ticket, Caller.class);
        assertThat(entered.accountId()).isEqualTo(session.identity().accountId());
        assertThat(entered.roles()).isEqualTo(session.identity().roles());
        assertThat(house.refusal(visitor(), "account.redeemTicket", ticket).code())
                .isEqualTo("ticket");
    }

    @Test
    void a_ticket_of_an_ended_session_lets_nobody_in() throws InterruptedException {
        Session session = logIn(visitor(), house.account(), PASSWORD);
        Ticket ticket = house.ask(caller(session), "account.createTicket", new Nothing(), Ticket.class);
        house.ask(caller(session), "account.endSession", new Nothing(), Object.class);
        assertThat(house.refusal(visitor(), "account.redeemTicket", ticket).status())
                .isEqualTo(401);
    }

    private Session logIn(Caller caller, String email, String password) {
        return house.ask(caller, "account.createSession", new Credentials(email, password), Session.class);
    }

    private Problem refusal(Caller caller, String email, String password) {
        return house.refusal(caller, "account.createSession", new Credentials(email, password));
    }

    private Tokens tokens(String email) {
        return house.ask(visitor(), "account.createToken", new Credentials(email, PASSWORD), Tokens.class);
    }

    private Tokens refresh(Tokens tokens) {
        return house.ask(visitor(), "account.refreshToken", new RefreshToken(tokens.refreshToken()), Tokens.class);
    }

    private Problem refreshRefusal(Tokens tokens) {
        return house.refusal(visitor(), "account.refreshToken", new RefreshToken(tokens.refreshToken()));
    }

    private Identity identify(String token) {
        return house.ask(
                visitor(),
                "account.identifySession",
                new IdentifySession(token, new Device(null, null)),
                Identity.class);
    }
}
