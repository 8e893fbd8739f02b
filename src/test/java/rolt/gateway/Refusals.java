package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rolt.Client.Answer;

/** What every refusal must be like. */
final class Refusals {
    private Refusals() {}

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("title"))
                .isNotBlank()
                .isNotEqualTo(answer.json().getString("code"));
        assertThat(answer.http().body()).doesNotContain("Exception", "at rolt.", "io.vertx");
        if (status == 400) {
            assertThat(violations(answer)).isNotEmpty();
        }
    }

    static JsonArray violations(Answer answer) {
        return answer.json().getJsonArray("violations", new JsonArray());
    }

    static List<String> faultsOf(Answer answer) {
        return violations(answer).stream()
                .map(JsonObject.class::cast)
                .map(violation -> violation.getString("field") + " " + violation.getString("rule"))
                .toList();
    }
}
