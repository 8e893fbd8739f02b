package rolt.layout;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Problem;

/** The layouts of known truth under src/test/resources/kle. */
public final class Layouts {
    private Layouts() {}

    public static Layout layout(String file) {
        return of(text(file));
    }

    /** As a kit's specs hold it. */
    public static LayoutSpec spec(String file) {
        return new LayoutSpec(Kle.rows(text(file)), List.of());
    }

    static Layout of(String kle) {
        return Layout.of(new LayoutSpec(Kle.rows(kle), List.of()));
    }

    static String text(String file) {
        return file("kle/" + file);
    }

    /** A file of one of the folders; of layouts/ where none is named. */
    static String file(String name) {
        try (var kle = Layouts.class.getResourceAsStream(name.contains("/") ? "/" + name : "/layouts/" + name)) {
            return new String(kle.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, with it. */
    static Stream<String> files(String folder) {
        return Stream.of(new File(Layouts.class.getResource("/" + folder).getPath()).list())
                .sorted()
                .map(file -> folder + "/" + file);
    }

    static Problem.Violation violation(ThrowingCallable read) {
        return catchThrowableOfType(Problem.class, read).violations().getFirst();
    }

    /** Every way to choose; only for layouts of few options. */
    static List<List<Integer>> combinations(Layout layout) {
        List<List<Integer>> all = List.of(List.of());
        for (var option : layout.options()) {
            all = all.stream()
                    .flatMap(choices -> IntStream.range(0, option.choices().size())
                            .mapToObj(choice -> Stream.concat(choices.stream(), Stream.of(choice))
                                    .toList()))
                    .toList();
        }
        return all;
    }
}
