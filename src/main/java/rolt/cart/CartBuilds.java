package rolt.cart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.JudgedMessages.JudgeBuilds;
import rolt.builder.JudgedMessages.JudgedBuild;
import rolt.builder.JudgedMessages.JudgedBuilds;
import rolt.cart.CartMessages.CartBuild;
import rolt.cart.CartMessages.CartLine;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Language;

/** The builds in a cart, which follow the catalogue: at every look they are judged anew, all of them by one call. */
final class CartBuilds {
    private final Bus bus;
    private final CartRepository repository;
    private final CartBuildRepository builds;

    CartBuilds(Bus bus, CartRepository repository, CartBuildRepository builds) {
        this.bus = bus;
        this.repository = repository;
        this.builds = builds;
    }

    /** A cart as it is now. */
    record Content(List<CartLine> lines, List<CartBuild> builds) {}

    /** A build that has come to need other quantities, because its kit's layout was changed, say, gets them first. */
    Content look(Caller caller, Owner owner) {
        List<CartLine> lines = repository.lines(owner.id(), caller.language());
        Map<UUID, JudgedBuild> judged = judge(caller, lines);
        if (follow(owner, lines, judged)) {
            lines = repository.lines(owner.id(), caller.language());
        }
        return new Content(lines, builds(lines, judged, caller.language()));
    }

    private Map<UUID, JudgedBuild> judge(Caller caller, List<CartLine> lines) {
        List<UUID> ids = lines.stream()
                .map(CartLine::buildId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : bus.call(caller, "builder.judgeBuilds", new JudgeBuilds(ids), JudgedBuilds.class).items().stream()
                        .collect(Collectors.toMap(JudgedBuild::id, Function.identity()));
    }

    private boolean follow(Owner owner, List<CartLine> lines, Map<UUID, JudgedBuild> judged) {
        List<JudgedBuild> changed = judged.values().stream()
                .filter(build -> build.quote() != null && !build.quantities().equals(quantities(lines, build.id())))
                .toList();
        if (!changed.isEmpty()) {
            builds.follow(owner, changed);
        }
        return !changed.isEmpty();
    }

    private static Map<String, Integer> quantities(List<CartLine> lines, UUID build) {
        return lines.stream()
                .filter(line -> build.equals(line.buildId()))
                .collect(Collectors.toMap(CartLine::sku, CartLine::quantity));
    }

    private static List<CartBuild> builds(List<CartLine> lines, Map<UUID, JudgedBuild> judged, Language language) {
        Map<UUID, CartBuild> builds = new LinkedHashMap<>();
        for (CartLine line : lines) {
            JudgedBuild build = line.buildId() == null ? null : judged.get(line.buildId());
            if (build != null) {
                builds.merge(line.buildId(), build(build, line.total(), language), CartBuilds::and);
            }
        }
        return new ArrayList<>(builds.values());
    }

    private static CartBuild build(JudgedBuild build, long total, Language language) {
        return new CartBuild(
                build.id(),
                build.code(),
                build.title().in(language),
                total,
                build.obstacles(),
                build.quote() == null ? List.of() : idle(build.quote()),
                build.quote() == null ? List.of() : build.quote().verdicts(),
                build.quote() == null ? null : build.quote().ruleVersion());
    }

    private static List<String> idle(BuildQuote quote) {
        return quote.lines().stream()
                .filter(line -> line.quantity() == 0 && !line.owned())
                .map(QuoteLine::name)
                .toList();
    }

    private static CartBuild and(CartBuild a, CartBuild b) {
        return new CartBuild(
                a.id(),
                a.code(),
                a.title(),
                a.total() + b.total(),
                a.obstacles(),
                a.idle(),
                a.verdicts(),
                a.ruleVersion());
    }
}
