package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.catalog.CatalogMessages;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.StabiliserCount;

/** What the builder receives and answers. */
public final class BuilderMessages {
    private BuilderMessages() {}

    /** {@code builder.getLayout}; choices by option, those left out are 0. */
    public record GetLayout(String code, List<Integer> choices) {}

    /** A kit's layout with the choices made, and what else can be chosen. */
    public record KitLayout(String code, List<KitOption> options, Board board) {}

    /** @param chosen the index of the choice made */
    public record KitOption(String name, int chosen, List<KitChoice> choices) {}

    /** Support by plate and PCB is unknown where null. */
    public record KitChoice(String name, Boolean plate, Boolean pcb) {}

    /**
     * What was chosen for a build, never what was derived; the input of {@code builder.priceBuild}. Anything may be
     * missing while a customer is still choosing. The order of the parts means nothing.
     *
     * @param kitSku null while none is chosen
     * @param choices by layout option, those left out are 0
     * @param switches quantity in packs; at most one may leave it out and fills the rest of the board
     * @param accessories quantity 1 where left out
     */
    public record Selection(
            String kitSku,
            List<Integer> choices,
            List<Pick> switches,
            List<String> keycapSkus,
            List<String> artisanSkus,
            List<Pick> accessories,
            List<String> serviceSkus) {
        public Selection {
            choices = choices == null ? List.of() : choices;
            switches = switches == null ? List.of() : switches;
            keycapSkus = keycapSkus == null ? List.of() : keycapSkus;
            artisanSkus = artisanSkus == null ? List.of() : artisanSkus;
            accessories = accessories == null ? List.of() : accessories;
            serviceSkus = serviceSkus == null ? List.of() : serviceSkus;
        }
    }

    /** @param quantity as sold (packs, pieces); null to have it derived */
    public record Pick(String sku, Integer quantity) {}

    /** What a keyboard cannot be without. */
    public enum Slot {
        KIT,
        SWITCHES,
        KEYCAPS
    }

    /**
     * A build, priced and explained. Amounts are đồng, VAT included.
     *
     * @param switchCount positions of the chosen layout; 0 without a kit
     * @param switches how many the chosen packs hold
     * @param stabilisers what the chosen layout takes
     * @param missing the empty slots; SWITCHES also while the packs hold too few
     * @param board null without a kit
     */
    public record BuildQuote(
            int switchCount,
            int switches,
            List<StabiliserCount> stabilisers,
            List<QuoteLine> lines,
            long total,
            List<Slot> missing,
            Board board) {}

    /**
     * @param quantity 0 for a service that has nothing to be done on yet
     * @param available units that can be bought; null where nothing limits it
     * @param shortOf how many too few there are; null where there are enough
     * @param withdrawn no longer sold
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
            boolean withdrawn) {}

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

    public record PresetList(List<Preset> items) {}

    /** A build of the shop to begin with. */
    public record Preset(
            String code, String title, String text, String kitCode, int switchCount, long total, Selection selection) {}

    /** {@code builder.getPreset}, {@code builder.getBuild} */
    public record BuildCode(String code) {}

    /** @param code of a preset, or the share code of a saved build */
    public record Build(String code, String title, String text, Selection selection, BuildQuote quote) {}

    /**
     * {@code builder.saveBuild}, and on the bus only {@code builder.saveSellable}, which refuses what cannot be bought
     * as it stands. The kit's name stands in for a title left out.
     */
    public record SaveBuild(Selection selection, String title) {}

    /** @param code by which anyone who has it can open the build */
    public record SavedBuild(UUID id, String code) {}

    public record SellableBuild(UUID id, BuildQuote quote) {}
}
