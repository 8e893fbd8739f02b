package rolt.builder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.BuilderRepository.Stored;
import rolt.builder.Orderability.Judged;
import rolt.builder.OwnBuildMessages.BuildId;
import rolt.builder.OwnBuildMessages.ChangeOwnBuild;
import rolt.builder.OwnBuildMessages.CopyBuild;
import rolt.builder.OwnBuildMessages.FindOwnBuild;
import rolt.builder.OwnBuildMessages.ListOwnBuilds;
import rolt.builder.OwnBuildMessages.MergeBuilds;
import rolt.builder.OwnBuildMessages.MergedBuilds;
import rolt.builder.OwnBuildMessages.Nothing;
import rolt.builder.OwnBuildMessages.OwnBuild;
import rolt.builder.OwnBuildMessages.OwnBuildList;
import rolt.builder.OwnBuildRepository.Kept;
import rolt.builder.OwnBuildRepository.Place;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Problem;
import rolt.platform.Text;

/** The list of builds that everybody has: an account's, or before the login a visitor's. */
final class OwnBuildService {
    private static final int MOST = 100;
    private static final int PAGE = 20;

    private final Database database;
    private final OwnBuildRepository builds;
    private final BuilderRepository shared;
    private final Orderability orderability;

    OwnBuildService(Database database, BuilderRepository shared, Orderability orderability) {
        this.database = database;
        this.builds = new OwnBuildRepository(database);
        this.shared = shared;
        this.orderability = orderability;
    }

    OwnBuildList listOwnBuilds(Caller caller, ListOwnBuilds input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<Kept> found = builds.list(caller, place(input.after()), limit + 1);
        List<Kept> page = found.subList(0, Math.min(limit, found.size()));
        return new OwnBuildList(judged(caller, page), found.size() > limit ? cursor(page.getLast()) : null);
    }

    private List<OwnBuild> judged(Caller caller, List<Kept> page) {
        List<Judged> judged =
                orderability.of(caller, page.stream().map(Kept::selection).toList());
        return IntStream.range(0, page.size())
                .mapToObj(i -> own(page.get(i), judged.get(i)))
                .toList();
    }

    private static OwnBuild own(Kept kept, Judged judged) {
        return new OwnBuild(
                kept.id(),
                kept.code(),
                kept.title(),
                kept.selection(),
                kept.version(),
                kept.changedAt(),
                judged.switchCount(),
                judged.total(),
                judged.obstacles());
    }

    /** Microseconds, as Postgres has them, and the id. */
    private static String cursor(Kept last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.changedAt()) + "." + last.id();
    }

    private static Place place(String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("\\.", 2);
        return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
    }

    /** @throws Problem 404 where it is not in the caller's list */
    OwnBuild getOwnBuild(Caller caller, BuildId input) {
        Kept kept = builds.find(caller, input.buildId()).orElseThrow(OwnBuildService::missing);
        return judged(caller, List.of(kept)).getFirst();
    }

    /** @throws Problem 404 where none in the caller's list has the code */
    OwnBuild findOwnBuild(Caller caller, FindOwnBuild input) {
        Kept kept = builds.find(caller, input.code()).orElseThrow(OwnBuildService::missing);
        return judged(caller, List.of(kept)).getFirst();
    }

    /**
     * Puts a build into the caller's list; the same one under the same title is there only once.
     *
     * @throws Problem 409 where the list is full
     */
    SavedBuild keep(Caller caller, Text title, Selection selection) {
        return database.transaction(tx -> {
            builds.lock(tx, caller);
            return builds.same(tx, caller, title, selection)
                    .or(() -> builds.add(tx, caller, title, selection, MOST))
                    .orElseThrow(() -> Problem.conflict("builds.too-many", Map.of("most", MOST)));
        });
    }

    /** @throws Problem 404 where the code is of nothing that everybody may see; 409 where the list is full */
    SavedBuild copyBuild(Caller caller, CopyBuild input) {
        Stored found = shared.findPublic(input.code()).orElseThrow(OwnBuildService::missing);
        String title = input.title() == null ? null : input.title().strip();
        return keep(caller, title == null ? found.title() : new Text(title, title), found.selection());
    }

    /**
     * @throws Problem 400 naming each field that is at fault; 404 where it is not in the caller's list; 409 where it was
     *     changed meanwhile
     */
    OwnBuild changeOwnBuild(Caller caller, ChangeOwnBuild input) {
        OwnBuild before = getOwnBuild(caller, new BuildId(input.buildId()));
        if (input.selection() != null) {
            orderability.check(caller, input.selection());
        }
        if (!builds.change(caller, input)) {
            throw Problem.conflict("build.changed", Map.of("title", before.title()));
        }
        return getOwnBuild(caller, new BuildId(input.buildId()));
    }

    /** The link that was given away opens nothing any longer; the build has a new one, which nobody knows. */
    OwnBuild withdrawLink(Caller caller, BuildId input) {
        if (!builds.renewCode(caller, input.buildId(), ShareCodes.draw())) {
            throw missing();
        }
        return getOwnBuild(caller, input);
    }

    /** Carts and orders have copies of their own, so nothing there changes. */
    Nothing removeOwnBuild(Caller caller, BuildId input) {
        if (!builds.remove(caller, input.buildId())) {
            throw missing();
        }
        return new Nothing();
    }

    MergedBuilds mergeBuilds(Caller caller, MergeBuilds input) {
        return database.transaction(tx -> {
            builds.lock(tx, caller);
            return new MergedBuilds(builds.merge(tx, caller.accountId(), input.sessionId(), MOST));
        });
    }

    private static Problem missing() {
        return Problem.notFound("build");
    }
}
