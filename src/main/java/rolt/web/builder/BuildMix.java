package rolt.web.builder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.catalog.CatalogMessages.Kind;
import rolt.layout.LayoutMessages.Board;
import rolt.web.Page;

/** The switches of a build beside each other: how many keys each is for, and how that can be changed. */
public final class BuildMix {
    private final BuildView build;
    private final List<Pick> picks;

    BuildMix(BuildView build) {
        this.build = build;
        this.picks = build.selection().switches();
    }

    /**
     * One switch of several.
     *
     * @param name by which the form and the address know it
     * @param positions as they were chosen, null for the rest
     * @param keys that it is for now, 0 without a kit
     * @param without the address of the build without it
     */
    public record Share(QuoteLine line, String name, Integer positions, int keys, String without, List<Zone> zones) {}

    /** A link to the build in which a switch is for these keys. */
    public record Zone(String words, String address, boolean chosen) {}

    public boolean mixed() {
        return picks.size() > 1;
    }

    /** The address of the build with a switch beside those chosen. */
    public String with(String code) {
        return address(SwitchMix.with(picks, code));
    }

    /** A product's picks as the form sends them. */
    public String words(String code) {
        return picks.stream()
                .filter(pick -> line(pick).code().equals(code))
                .map(pick -> BuildAddress.word(named(pick)))
                .collect(Collectors.joining(","));
    }

    public List<Share> shares(Page page) {
        return picks.stream().map(pick -> share(page, pick)).toList();
    }

    private Share share(Page page, Pick pick) {
        return new Share(
                line(pick),
                named(pick).sku(),
                pick.positions(),
                SwitchMix.keys(picks, pick, build.quote().switchCount()),
                address(SwitchMix.without(picks, pick.sku())),
                zones(page, pick));
    }

    /** None without a kit; a zone of no key, or of all, is no choice. */
    private List<Zone> zones(Page page, Pick pick) {
        Board board = build.quote().board();
        if (board == null) {
            return List.of();
        }
        Stream<Zone> zones = Arrays.stream(SwitchZone.values())
                .filter(zone -> zone.count(board) > 0 && zone.count(board) < board.switchCount())
                .map(zone -> zone(page, pick, zone, zone.count(board)));
        String rest = address(SwitchMix.rest(picks, pick.sku(), board.switchCount()));
        return Stream.concat(zones, Stream.of(new Zone(page.text("mix.rest"), rest, pick.positions() == null)))
                .toList();
    }

    private Zone zone(Page page, Pick pick, SwitchZone zone, int keys) {
        return new Zone(
                page.text("mix.zone." + zone, "count", keys),
                address(SwitchMix.shared(picks, pick.sku(), keys)),
                Integer.valueOf(keys).equals(pick.positions()));
    }

    private String address(List<Pick> switches) {
        return build.addressOf(BuildFix.changed(
                build.selection(),
                Kind.SWITCH,
                before -> switches.stream().map(this::named).toList()));
    }

    /** Where the packs are counted from the keys, the product stands for the pack that is cheapest then. */
    private Pick named(Pick pick) {
        boolean alone = picks.stream()
                .allMatch(
                        other -> other.sku().equals(pick.sku()) || !code(other).equals(code(pick)));
        return mixed() && alone && pick.quantity() == null ? new Pick(code(pick), null, pick.positions()) : pick;
    }

    private String code(Pick pick) {
        return build.lines(Kind.SWITCH).stream()
                .filter(line -> line.sku().equals(pick.sku()))
                .map(QuoteLine::code)
                .findFirst()
                .orElse(pick.sku());
    }

    private QuoteLine line(Pick pick) {
        return build.lines(Kind.SWITCH).stream()
                .filter(line -> line.sku().equals(pick.sku()))
                .findFirst()
                .orElseThrow();
    }
}
