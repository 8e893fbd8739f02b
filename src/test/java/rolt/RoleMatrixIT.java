package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.gateway.Contract;
import rolt.gateway.Operation;
import rolt.platform.Role;

/**
 * Every operation of the contract, called by every role and by nobody, on what is one's own and on what is another's:
 * who is let in is what the contract declares. The cases come from the contract, so a new operation has its own.
 */
@ExtendWith(FullShelves.class)
class RoleMatrixIT {
    private static final Contract CONTRACT = Contract.load();
    private static final Set<String> REFUSED_AT_THE_DOOR = Set.of("sign-in-needed", "role-needed");

    private static final String NO_PICTURE = """
            --end\r
            Content-Disposition: form-data; name="file"; filename="a.jpg"\r
            Content-Type: image/jpeg\r
            \r
            none\r
            --end--\r
            """;

    private final TestShop shop = TestShop.running();
    private final Belongings belongings = new Belongings(shop);

    /** Whose the thing is that the path names. */
    enum Whose {
        OWN,
        ANOTHERS,
        NOBODYS
    }

    /** @param role null for somebody who is not signed in */
    record Call(Operation operation, Role role, Whose whose) {
        @Override
        public String toString() {
            return operation.id() + " by " + (role == null ? "a visitor" : role)
                    + (whose == Whose.NOBODYS ? "" : ", " + whose);
        }
    }

    static Stream<Call> calls() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> Stream.concat(Stream.of(Optional.<Role>empty()), roles())
                        .flatMap(role -> whose(operation, role.orElse(null))
                                .map(whose -> new Call(operation, role.orElse(null), whose))));
    }

    private static Stream<Optional<Role>> roles() {
        return Arrays.stream(Role.values()).map(Optional::of);
    }

    /** Without a cookie a visitor owns nothing. */
    private static Stream<Whose> whose(Operation operation, Role role) {
        if (operation.ownership() == null) {
            return Stream.of(Whose.NOBODYS);
        }
        return role == null ? Stream.of(Whose.ANOTHERS) : Stream.of(Whose.OWN, Whose.ANOTHERS);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void who_is_let_in_is_what_the_contract_declares(Call call) {
        Client caller = call.role() == null ? shop.client(0) : shop.client(0).becomeStaff(EnumSet.of(call.role()));
        Client.Answer answer = send(caller, call, thing(caller, call));

        String code = answer.json() == null ? "" : answer.json().getString("code", "");
        assertThat(answer.status()).as(answer.http().body()).isLessThan(500);
        if (call.operation().access().signedIn() && call.role() == null) {
            assertThat(answer.status() + " " + code).isEqualTo("401 sign-in-needed");
        } else if (!mayCall(call)) {
            assertThat(answer.status() + " " + code).isEqualTo("403 role-needed");
        } else if (!mayReach(call)) {
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(404);
        } else {
            assertThat(code).isNotIn(REFUSED_AT_THE_DOOR);
            assertThat(call.whose() == Whose.OWN ? answer.status() : 0).isNotEqualTo(404);
        }
    }

    private static boolean mayCall(Call call) {
        Set<Role> roles = call.operation().access().roles();
        return roles.isEmpty() || roles.contains(call.role());
    }

    private static boolean mayReach(Call call) {
        return call.whose() != Whose.ANOTHERS
                || call.role() != null && call.operation().ownership().others().contains(call.role());
    }

    private String thing(Client caller, Call call) {
        return switch (call.whose()) {
            case NOBODYS -> null;
            case OWN -> belongings.make(call.operation().ownership().of(), caller);
            case ANOTHERS ->
                belongings.make(
                        call.operation().ownership().of(), shop.client(1).becomeStaff(EnumSet.of(Role.CUSTOMER)));
        };
    }

    private static Client.Answer send(Client caller, Call call, String thing) {
        JsonObject declared = CONTRACT.document()
                .getJsonObject("paths")
                .getJsonObject(call.operation().path())
                .getJsonObject(call.operation().method().name().toLowerCase(Locale.ROOT));
        boolean form = call.operation().upload();
        var request = caller.request("/api/v1" + path(call, declared, thing))
                .header("Idempotency-Key", Shopping.key())
                .header("Content-Type", form ? "multipart/form-data; boundary=end" : "application/json");
        // A file that is no picture says enough: whose the thing is that the path names is asked before.
        JsonObject body = form ? null : example(declared);
        String sent = form ? NO_PICTURE : body == null ? "" : body.encode();
        return caller.send(request.method(call.operation().method().name(), BodyPublishers.ofString(sent)));
    }

    /** The path with the thing in its place, and every other parameter that is needed as in its example. */
    private static String path(Call call, JsonObject declared, String thing) {
        String path = call.operation().path();
        List<String> query = new ArrayList<>();
        for (Object item : declared.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = resolve((JsonObject) item);
            String name = parameter.getString("name");
            boolean owned =
                    thing != null && name.equals(call.operation().ownership().parameter());
            String value = owned ? thing : String.valueOf(parameter.getValue("example"));
            path = path.replace("{" + name + "}", URLEncoder.encode(value, StandardCharsets.UTF_8));
            if ("query".equals(parameter.getString("in")) && parameter.getBoolean("required", false)) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static JsonObject resolve(JsonObject json) {
        String ref = json.getString("$ref");
        return ref == null
                ? json
                : CONTRACT.document()
                        .getJsonObject("components")
                        .getJsonObject("parameters")
                        .getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static JsonObject example(JsonObject declared) {
        JsonObject body = declared.getJsonObject("requestBody");
        if (body == null) {
            return null;
        }
        JsonObject json = body.getJsonObject("content").getJsonObject("application/json");
        return json.containsKey("examples")
                ? json.getJsonObject("examples").stream()
                        .findFirst()
                        .map(entry -> ((JsonObject) entry.getValue()).getJsonObject("value"))
                        .orElseThrow()
                : json.getJsonObject("example");
    }
}
