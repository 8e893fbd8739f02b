package rolt.builder;

import java.util.List;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.LayoutSpec;

/** The layouts of kits, with the choices that they leave, and as files of other programs. */
public final class KitLayoutMessages {
    private KitLayoutMessages() {}

    /** {@code builder.readLayout}; the content of a file of keyboard-layout-editor or VIA. */
    public record ReadLayout(String text) {}

    /** A file in its normal form, which is not stored yet, and its board with every option at its first choice. */
    public record LayoutReading(LayoutSpec layout, Board board) {}

    /** {@code builder.exportLayout} */
    public record ExportLayout(String code) {}

    /** A kit's layout as a file of keyboard-layout-editor. */
    public record LayoutFileText(String code, String text) {}

    /** {@code builder.getLayout}; choices by option, those left out are 0. */
    public record GetLayout(String code, List<Integer> choices) {}

    /** A kit's layout with the choices made, and what else can be chosen. */
    public record KitLayout(String code, List<KitOption> options, Board board) {}

    /**
     * @param chosen the index of the choice made
     * @param keys of that choice, by their places among the board's keys
     */
    public record KitOption(String name, int chosen, List<KitChoice> choices, List<Integer> keys) {}

    /** Support by plate and PCB is unknown where null. */
    public record KitChoice(String name, Boolean plate, Boolean pcb) {}
}
