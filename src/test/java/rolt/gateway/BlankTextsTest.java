package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.platform.Problem;

/**
 * No text that must say something may consist of blanks, whichever they are: the domains strip them, and the database
 * refuses what is left. The cases come from the contract, so a new text has its own.
 */
class BlankTextsTest {
    /** Em space, ideographic space, no-break space, narrow no-break space and the usual one, in any length. */
    private static final List<String> BLANKS = Stream.of("\u2003", "\u3000", "\u00a0", "\u202f", " ")
            .flatMap(blank -> Stream.of(1, 2, 3, 5, 10, 12, 40).map(blank::repeat))
            .toList();

    /** @param path of its names in the input */
    record Text(Operation operation, List<String> path) {
        String name() {
            return operation.id() + " " + String.join(".", path);
        }

        boolean mayBe(String blanks) {
            try {
                operation.input().check(input(path, blanks));
                return true;
            } catch (Problem problem) {
                return problem.violations().stream()
                        .noneMatch(fault -> fault.field().equals(String.join(".", path)));
            }
        }

        private static JsonObject input(List<String> path, String text) {
            List<String> inner = path.subList(1, path.size());
            return new JsonObject().put(path.getFirst(), inner.isEmpty() ? text : input(inner, text));
        }
    }

    @Test
    void a_text_of_blanks_is_refused_by_the_contract() {
        List<Text> texts = Contract.load().operations().stream()
                .flatMap(operation ->
                        texts(operation, List.of(), operation.input().schema()))
                .toList();
        assertThat(texts).hasSizeGreaterThan(40);
        assertThat(texts.stream()
                        .filter(text -> BLANKS.stream().anyMatch(text::mayBe))
                        .map(Text::name))
                .isEmpty();
    }

    private static Stream<Text> texts(Operation operation, List<String> parent, JsonObject declared) {
        return declared.getJsonObject("properties", new JsonObject()).stream().flatMap(entry -> {
            List<String> path =
                    Stream.concat(parent.stream(), Stream.of(entry.getKey())).toList();
            JsonObject schema = Schemas.resolve(operation.input().schema(), (JsonObject) entry.getValue());
            return saysSomething(schema) ? Stream.of(new Text(operation, path)) : texts(operation, path, schema);
        });
    }

    /** Whoever declares no pattern has a rule of its own (names, passwords), or only looks for what is there (codes). */
    private static boolean saysSomething(JsonObject schema) {
        return schema.getInteger("minLength", 0) > 0 && schema.containsKey("pattern");
    }
}
