package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.GetLayout;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.JudgedParts;
import rolt.builder.BuilderMessages.KitChoice;
import rolt.builder.BuilderMessages.KitLayout;
import rolt.builder.BuilderMessages.KitOption;
import rolt.builder.BuilderMessages.Preset;
import rolt.builder.BuilderMessages.PresetList;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderRepository.Stored;
import rolt.builder.Pricing.Laid;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.drawing.BuildDrawing;
import rolt.layout.Layout;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;

/** Layouts, priced builds, presets and saved builds. */
final class BuilderService {
    private final Bus bus;
    private final BuilderRepository repository;
    private final KitLayouts layouts;
    private final Pricing pricing;

    BuilderService(Bus bus, BuilderRepository repository, KitLayouts layouts, Pricing pricing) {
        this.bus = bus;
        this.repository = repository;
        this.layouts = layouts;
        this.pricing = pricing;
    }

    /** @throws Problem 404 where the code is no kit's, 400 for a choice that does not exist */
    KitLayout getLayout(Caller caller, GetLayout input) {
        Product kit = bus.call(caller, "catalog.getProduct", new GetProduct(input.code()), Product.class);
        if (kit.kind() != Kind.KIT) {
            throw Problem.notFound("kit");
        }
        Layout layout = layouts.of(kit.code(), kit.specs());
        List<Integer> choices = input.choices() == null ? List.of() : input.choices();
        return new KitLayout(kit.code(), options(layout, choices, caller.language()), layout.board(choices));
    }

    private static List<KitOption> options(Layout layout, List<Integer> choices, Language language) {
        return IntStream.range(0, layout.options().size())
                .mapToObj(i -> option(layout.options().get(i), i < choices.size() ? choices.get(i) : 0, language))
                .toList();
    }

    private static KitOption option(Layout.Option option, int chosen, Language language) {
        List<KitChoice> choices = option.words().choices().stream()
                .map(choice -> new KitChoice(choice.name().in(language), choice.plate(), choice.pcb()))
                .toList();
        return new KitOption(option.words().name().in(language), chosen, choices);
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

    /** The presets that can be built with what the catalogue holds now. */
    PresetList listPresets(Caller caller, BuilderMessages.ListPresets input) {
        List<Stored> presets = repository.presets();
        Map<String, SoldVariant> variants = pricing.variants(
                caller,
                presets.stream()
                        .flatMap(preset -> Part.skus(preset.selection()).stream())
                        .collect(Collectors.toSet()));
        return new PresetList(presets.stream()
                .flatMap(stored -> build(stored, variants, caller.language()).stream())
                .map(BuilderService::preset)
                .toList());
    }

    private static Preset preset(Build build) {
        String kit = build.quote().lines().stream()
                .filter(line -> line.kind() == Kind.KIT)
                .map(QuoteLine::code)
                .findFirst()
                .orElse(null);
        return new Preset(
                build.code(),
                build.title(),
                build.text(),
                kit,
                build.quote().switchCount(),
                build.quote().total(),
                build.selection());
    }

    /** @throws Problem 404; 409 where the catalogue has changed so that it can no longer be built */
    Build getPreset(Caller caller, BuildCode input) {
        return get(caller, repository.find(input.code(), true).orElseThrow(() -> Problem.notFound("preset")));
    }

    /** @throws Problem 404; 409 where the catalogue has changed so that it can no longer be built */
    Build getBuild(Caller caller, BuildCode input) {
        return get(caller, repository.find(input.code(), false).orElseThrow(() -> Problem.notFound("build")));
    }

    private Build get(Caller caller, Stored stored) {
        Map<String, SoldVariant> variants = pricing.variants(caller, Part.skus(stored.selection()));
        return build(stored, variants, caller.language())
                .orElseThrow(() -> Problem.conflict("build.outdated", Map.of("code", stored.code())));
    }

    /** Empty where the catalogue has changed so that the selection is no longer valid. */
    private Optional<Build> build(Stored stored, Map<String, SoldVariant> variants, Language language) {
        try {
            return Optional.of(new Build(
                    stored.code(),
                    stored.title().in(language),
                    stored.text().in(language),
                    stored.selection(),
                    pricing.lay(stored.selection(), variants, language).quote()));
        } catch (Problem outdated) {
            return Optional.empty();
        }
    }
}
