package rolt.fit;

/**
 * Words that more than one kind of part uses. The parts' records hold those fields of the contract's specs and
 * attributes that a rule decides by, in the contract's words; null is what a maker has not told, which is never the
 * same as a value that would fit.
 */
public final class Attributes {
    private Attributes() {}

    public enum Sensing {
        CONTACT,
        MAGNETIC,
        OPTICAL,
        ELECTRO_CAPACITIVE
    }

    public enum SocketFamily {
        MX,
        CHOC_V1,
        CHOC_V2,
        GATERON_LP,
        CHERRY_LP,
        ALPS
    }

    public enum StabiliserMount {
        PCB_SCREW_IN,
        PCB_CLIP_IN,
        PLATE
    }

    public enum Connector {
        USB_C,
        USB_A,
        MINI_USB,
        MICRO_USB,
        AVIATOR
    }

    /** What a stem offers and a cap asks for. */
    public enum CapMount {
        MX,
        CHOC,
        ALPS,
        TOPRE
    }

    public enum CapProfile {
        CHERRY,
        OEM,
        SA,
        MT3,
        KAT,
        DSS,
        DSA,
        XDA,
        MDA,
        LOW_PROFILE
    }

    /** NONE has no words, only blanks or symbols. */
    public enum LegendLanguage {
        EN,
        VI,
        JA,
        DE,
        FR,
        NONE
    }

    /** Distance from key to key in mm. */
    public record Spacing(Double x, Double y) {}
}
