package rolt.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.JudgedParts;
import rolt.builder.BuilderMessages.Preset;
import rolt.builder.BuilderMessages.PresetList;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderRepository.Stored;
import rolt.builder.KitLayoutMessages.GetLayout;
import rolt.builder.KitLayoutMessages.KitChoice;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.builder.KitLayoutMessages.KitOption;
import rolt.builder.Orderability.Judged;
import rolt.builder.Pricing.Laid;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.drawing.BuildDrawing;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.Board;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/** Layouts, priced builds, presets and saved builds. */
final class BuilderService {
    private final Bus bus;
    private final BuilderRepository repository;
    private final KitLayouts layouts;
    private final Pricing pricing;
    private final Orderability orderability;

    BuilderService(Bus bus, BuilderRepository repository, KitLayouts layouts, Pricing pricing) {
        this.bus = bus;
        this.repository = repository;
        this.layouts = layouts;
        this.pricing = pricing;
        this.orderability = new Orderability(pricing);
    }

    /** @throws Problem 404 where the code is no kit's, 400 for a choice that does not exist */
    KitLayout getLayout(Caller caller, GetLayout input) {
        Product kit = bus.call(caller, "catalog.getProduct", new GetProduct(input.code()), Product.class);
        if (kit.kind() != Kind.KIT) {
            throw Problem.notFound("kit");
        }
        Layout layout = layouts.of(kit.code(), kit.specs());
        List<Integer> choices = input.choices() == null ? List.of() : input.choices();
        Board board = layout.board(choices);
        return new KitLayout(kit.code(), options(layout, choices, caller.language()), board);
    }

    /** The keys of a board stand as its layout holds them: the base, then the choices of one option after the other. */
    private static List<KitOption> options(Layout layout, List<Integer> choices, Language language) {
        List<KitOption> options = new ArrayList<>();
        int next = layout.base().size();
        for (Layout.Option option : layout.options()) {
            int chosen = options.size() < choices.size() ? choices.get(options.size()) : 0;
            int first = next;
            next += option.choices().get(chosen).size();
            List<Integer> keys = IntStream.range(first, next).boxed().toList();
            options.add(option(option, chosen, keys, language));
        }
        return options;
    }

    private static KitOption option(Layout.Option option, int chosen, List<Integer> keys, Language language) {
        List<KitChoice> choices = option.words().choices().stream()
                .map(choice -> new KitChoice(choice.name().in(language), choice.plate(), choice.pcb()))
                .toList();
        return new KitOption(option.words().name().in(language), chosen, choices, keys);
    }

    /** @throws Problem 400 naming each field that is at fault */
    BuildQuote priceBuild(Caller caller, PriceBuild input) {
        return under("selection", () -> {
            Laid laid = pricing.lay(caller, input.selection());
            BuildQuote quote = pricing.advise(caller, laid);
            return Boolean.TRUE.equals(input.drawing()) ? quote.drawn(drawing(laid)) : quote;
        });
    }

    /** @throws Problem 400 naming each field that is at fault */
    JudgedParts judgeParts(Caller caller, JudgeParts input) {
        return under("selection", () -> pricing.judgeParts(caller, input));
    }

    private static <T> T under(String field, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Problem problem) {
            throw problem.under(field);
        }
    }

    /** In the colours of the chosen caps, or of those in the kit's picture; null without a kit. */
    private static String drawing(Laid laid) {
        return laid.variant(Kind.KIT)
                .map(kit -> BuildDrawing.of(
                        laid.build().board(),
                        kit.attributes(),
                        laid.variant(Kind.KEYCAP_SET).map(SoldVariant::specs).orElse(Map.of()),
                        kit.productName().in(laid.language())))
                .orElse(null);
    }

    /** The showcase; what cannot be ordered now says why. */
    PresetList listPresets(Caller caller, BuilderMessages.ListPresets input) {
        List<Stored> presets = repository.presets();
        List<Judged> judged =
                orderability.of(caller, presets.stream().map(Stored::selection).toList());
        return new PresetList(IntStream.range(0, presets.size())
                .mapToObj(i -> preset(presets.get(i), judged.get(i), caller.language()))
                .toList());
    }

    private static Preset preset(Stored stored, Judged judged, Language language) {
        return new Preset(
                stored.code(),
                stored.title().in(language),
                stored.text().in(language),
                judged.kit() == null ? null : judged.kit().code(),
                judged.switchCount(),
                judged.total(),
                stored.selection(),
                stored.picture(),
                judged.obstacles());
    }

    /** @throws Problem 404; 409 where the catalogue has changed so that it can no longer be built */
    Build getPreset(Caller caller, BuildCode input) {
        return get(caller, input, true);
    }

    /** @throws Problem 404; 409 where the catalogue has changed so that it can no longer be built */
    Build getBuild(Caller caller, BuildCode input) {
        return get(caller, input, false);
    }

    private Build get(Caller caller, BuildCode input, boolean preset) {
        Stored stored = repository
                .findPublic(input.code())
                .filter(found -> found.preset() == preset)
                .orElseThrow(() -> Problem.notFound(preset ? "preset" : "build"));
        Judged judged = orderability.of(caller, List.of(stored.selection())).getFirst();
        if (judged.quote() == null) {
            throw Problem.conflict(
                    "build.outdated", Map.of("code", stored.code(), "selection", Json.object(stored.selection())));
        }
        return new Build(
                stored.code(),
                stored.title().in(caller.language()),
                stored.text().in(caller.language()),
                stored.selection(),
                judged.quote(),
                stored.picture(),
                judged.obstacles());
    }
}
