package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.builder.BuilderRepository.Stored;
import rolt.builder.CompareMessages.BuildComparison;
import rolt.builder.CompareMessages.ComparedBuild;
import rolt.builder.Orderability.Judged;
import rolt.platform.Caller;
import rolt.platform.Language;

/** Presets and shared builds side by side, with one question to Postgres and one to the catalogue. */
final class CompareBuilds {
    private final BuilderRepository repository;
    private final Orderability orderability;

    CompareBuilds(BuilderRepository repository, Orderability orderability) {
        this.repository = repository;
        this.orderability = orderability;
    }

    BuildComparison compareBuilds(Caller caller, CompareMessages.CompareBuilds input) {
        Map<String, Stored> found = repository.listPublic(input.codes()).stream()
                .collect(Collectors.toMap(Stored::code, Function.identity()));
        List<Stored> builds =
                input.codes().stream().map(found::get).filter(Objects::nonNull).toList();
        List<Judged> judged =
                orderability.of(caller, builds.stream().map(Stored::selection).toList());
        List<ComparedBuild> items = IntStream.range(0, builds.size())
                .mapToObj(i -> compared(builds.get(i), judged.get(i), caller.language()))
                .toList();
        List<String> unknown =
                input.codes().stream().filter(code -> !found.containsKey(code)).toList();
        return new BuildComparison(items, unknown);
    }

    private static ComparedBuild compared(Stored stored, Judged judged, Language language) {
        Object formFactor = judged.kit() == null ? null : judged.kit().specs().get("formFactor");
        return new ComparedBuild(
                stored.code(),
                stored.preset(),
                stored.title().in(language),
                stored.picture(),
                formFactor instanceof String name ? name : null,
                stored.selection(),
                judged.quote(),
                judged.obstacles());
    }
}
