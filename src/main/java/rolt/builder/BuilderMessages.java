package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.catalog.CatalogMessages;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.FitMessages.JudgedPart;
import rolt.fit.FitMessages.KitCaps;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.media.MediaMessages.Picture;

/** What the builder receives and answers. */
public final class BuilderMessages {
    private BuilderMessages() {}

    /**
     * What was chosen for a build, never what was derived. Anything may be missing while a customer is still choosing.
     * The order of the parts means nothing.
     *
     * @param kitSku null while none is chosen
     * @param choices by layout option, those left out are 0
     * @param switches quantity in packs; at most one may leave it and its positions out and fills the rest of the board
     * @param accessories quantity 1 where left out
     * @param services quantity in units of the service, derived where left out
     * @param owned slots whose parts the customer has already, named in the selection or not; they cost nothing
     * @param legendLanguage asked for; null for any
     */
    public record Selection(
            String kitSku,
            List<Integer> choices,
            List<Pick> switches,
            List<String> keycapSkus,
            List<String> artisanSkus,
            List<Pick> accessories,
            List<Pick> services,
            List<Slot> owned,
            LegendLanguage legendLanguage) {
        public static final Selection NONE = new Selection(null, null, null, null, null, null, null, null, null);

        public Selection {
            choices = choices == null ? List.of() : choices;
            switches = switches == null ? List.of() : switches;
            keycapSkus = keycapSkus == null ? List.of() : keycapSkus;
            artisanSkus = artisanSkus == null ? List.of() : artisanSkus;
            accessories = accessories == null ? List.of() : accessories;
            services = services == null ? List.of() : services;
            owned = owned == null ? List.of() : owned;
        }
    }

    /**
     * @param quantity as sold (packs, pieces, units of a service); null to have it derived
     * @param positions of switches only: how many keys they are for; null for whatever the others leave
     */
    public record Pick(String sku, Integer quantity, Integer positions) {
        public Pick(String sku, Integer quantity) {
            this(sku, quantity, null);
        }
    }

    /**
     * {@code builder.priceBuild}
     *
     * @param drawing whether to draw the build too; not where null
     */
    public record PriceBuild(Selection selection, Boolean drawing) {}

    /** {@code builder.judgeParts}: what fits into a selection, of all that is sold; of every kind where it is null. */
    public record JudgeParts(Selection selection, CatalogMessages.Kind kind) {}

    public record JudgedParts(List<JudgedPart> items) {}

    /**
     * A build, priced and explained. Amounts are đồng, VAT included.
     *
     * @param switchCount positions of the chosen layout; 0 without a kit
     * @param switches how many the chosen packs hold
     * @param stabilisers what the chosen layout takes
     * @param missing the empty slots of KIT, SWITCHES and KEYCAPS that are not owned
     * @param verdicts what the rules of fit say, the worst first
     * @param ruleVersion names the set of rules
     * @param fits nothing is missing and no verdict is an E
     * @param board null without a kit
     * @param drawing SVG; null where it was not asked for
     * @param caps which keys the caps of each keycap kit go on; null but where a selection is priced
     */
    public record BuildQuote(
            int switchCount,
            int switches,
            List<StabiliserCount> stabilisers,
            List<QuoteLine> lines,
            long total,
            List<Slot> missing,
            List<Verdict> verdicts,
            String ruleVersion,
            boolean fits,
            Board board,
            String drawing,
            List<KitCaps> caps) {
        /** What has to be bought of it: neither what the customer owns nor a service that has nothing to be done on. */
        public List<QuoteLine> bought() {
            return lines.stream()
                    .filter(line -> line.quantity() > 0 && !line.owned())
                    .toList();
        }

        BuildQuote drawn(String svg) {
            return new BuildQuote(
                    switchCount,
                    switches,
                    stabilisers,
                    lines,
                    total,
                    missing,
                    verdicts,
                    ruleVersion,
                    fits,
                    board,
                    svg,
                    caps);
        }

        BuildQuote placed(List<KitCaps> placed) {
            return new BuildQuote(
                    switchCount,
                    switches,
                    stabilisers,
                    lines,
                    total,
                    missing,
                    verdicts,
                    ruleVersion,
                    fits,
                    board,
                    drawing,
                    placed);
        }
    }

    /**
     * @param quantity 0 for a service that has nothing to be done on yet
     * @param available units that can be bought; null where nothing limits it
     * @param shortOf how many too few there are; null where there are enough
     * @param withdrawn no longer sold
     * @param owned the customer has it already: it costs nothing and is not taken from the stock
     */
    public record QuoteLine(
            String sku,
            String code,
            CatalogMessages.Kind kind,
            String name,
            long unitPrice,
            int quantity,
            long total,
            Why why,
            Integer available,
            Integer shortOf,
            boolean withdrawn,
            boolean owned) {}

    /**
     * Why a line has its quantity, worded at the edge. The parameters: CHOSEN quantity; PACKS need, packSize, packs,
     * spare; CHOSEN_PACKS packSize, packs, switches; the services count.
     */
    public record Why(Basis code, Map<String, Integer> params) {}

    public enum Basis {
        CHOSEN,
        PACKS,
        CHOSEN_PACKS,
        PER_SWITCH,
        PER_STABILISER,
        PER_BOARD
    }

    /** {@code builder.listPresets} */
    public record ListPresets() {}

    /** In the order of the showcase. */
    public record PresetList(List<Preset> items) {}

    /**
     * A build of the shop to begin with.
     *
     * @param kitCode null where the kit is known no longer
     * @param total 0 where the catalogue has changed so that it can no longer be built
     * @param picture an uploaded one; null where it is drawn
     * @param obstacles what stands in the way of ordering it; mostly none
     */
    public record Preset(
            String code,
            String title,
            String text,
            String kitCode,
            int switchCount,
            long total,
            Selection selection,
            Picture picture,
            List<Obstacle> obstacles) {}

    /** What stands in the way of ordering a build as it is; @param what slots, names of parts, or rules */
    public record Obstacle(ObstacleCode code, List<String> what) {
        /** Whether the lines of the build tell it themselves. */
        public boolean inLines() {
            return code == ObstacleCode.SHORT || code == ObstacleCode.WITHDRAWN;
        }
    }

    public enum ObstacleCode {
        /** A slot is empty. */
        INCOMPLETE,
        /** A part is no longer sold. */
        WITHDRAWN,
        /** There is too little of a part. */
        SHORT,
        /** A rule of fit says E. */
        UNFIT,
        /** The catalogue has changed so that it can no longer be built. */
        OUTDATED
    }

    /** {@code builder.getPreset}, {@code builder.getBuild} */
    public record BuildCode(String code) {}

    /**
     * @param code of a preset, or the share code of a saved build
     * @param picture an uploaded one; null where it is drawn
     * @param obstacles what stands in the way of ordering it; mostly none
     */
    public record Build(
            String code,
            String title,
            String text,
            Selection selection,
            BuildQuote quote,
            Picture picture,
            List<Obstacle> obstacles) {}

    /**
     * {@code builder.saveBuild}, and on the bus only {@code builder.saveSellable}, which refuses what cannot be bought
     * as it stands. The kit's name stands in for a title left out.
     */
    public record SaveBuild(Selection selection, String title) {}

    /** @param code by which anyone who has it can open the build */
    public record SavedBuild(UUID id, String code) {}

    public record SellableBuild(UUID id, BuildQuote quote) {}
}
