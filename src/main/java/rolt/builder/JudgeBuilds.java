package rolt.builder;

import java.util.List;
import java.util.stream.IntStream;
import rolt.builder.BuilderRepository.Copy;
import rolt.builder.JudgedMessages.ChosenOption;
import rolt.builder.JudgedMessages.JudgedBuild;
import rolt.builder.JudgedMessages.JudgedBuilds;
import rolt.builder.Orderability.Judged;
import rolt.layout.Layout;
import rolt.platform.Caller;

/** What has become of builds since they were put into a cart: one question to Postgres and one to the catalogue. */
final class JudgeBuilds {
    private final BuilderRepository repository;
    private final Orderability orderability;
    private final KitLayouts layouts;

    JudgeBuilds(BuilderRepository repository, Orderability orderability, KitLayouts layouts) {
        this.repository = repository;
        this.orderability = orderability;
        this.layouts = layouts;
    }

    JudgedBuilds judgeBuilds(Caller caller, JudgedMessages.JudgeBuilds input) {
        List<Copy> copies = repository.listCopies(input.buildIds());
        List<Judged> judged = orderability.together(
                caller, copies.stream().map(Copy::selection).toList());
        return new JudgedBuilds(IntStream.range(0, copies.size())
                .mapToObj(i -> judged(copies.get(i), judged.get(i)))
                .toList());
    }

    private JudgedBuild judged(Copy copy, Judged judged) {
        return new JudgedBuild(
                copy.id(),
                copy.code(),
                copy.title(),
                copy.selection(),
                judged.quote() == null
                        ? List.of()
                        : chosen(judged, copy.selection().choices()),
                judged.quote(),
                judged.obstacles());
    }

    private List<ChosenOption> chosen(Judged judged, List<Integer> choices) {
        if (judged.kit() == null) {
            return List.of();
        }
        Layout layout = layouts.of(judged.kit().code(), judged.kit().specs());
        return IntStream.range(0, layout.options().size())
                .mapToObj(i -> chosen(layout.options().get(i), i < choices.size() ? choices.get(i) : 0))
                .toList();
    }

    private static ChosenOption chosen(Layout.Option option, int choice) {
        return new ChosenOption(
                option.words().name(), option.words().choices().get(choice).name());
    }
}
