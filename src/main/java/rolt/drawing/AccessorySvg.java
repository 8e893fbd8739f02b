package rolt.drawing;

/** A line drawing of an accessory, one for each type. */
public final class AccessorySvg {
    private static final String TINT = "#c98f62";

    private AccessorySvg() {}

    /** What is drawn: first what the tint fills, then the lines, on a sheet of 320 x 240. */
    public enum Type {
        STABILISER(
                "M62 104h40v62H62zM218 104h40v62h-40z",
                "M62 104h40v62H62zM218 104h40v62h-40zM72 104V86h20v18M228 104V86h20v18M78 86V74h8v12M234 86V74h8v12"
                        + "M82 140v20q0 12 12 12h132q12 0 12-12v-20M54 166h56M210 166h56"),
        CABLE(
                "M34 108h44v24H34zM242 108h44v24h-44z",
                "M34 108h44v24H34zM242 108h44v24h-44zM22 114h12v12H22zM286 114h12v12h-12zM78 120h14"
                        + "q0-30 13-30t13 30t-9 30t-9-30q0-30 14-30t14 30t-9 30t-9-30q0-30 14-30t14 30t-9 30t-9-30q0-30 14-30"
                        + "t14 30t-9 30t-9-30q0-30 14-30t14 30t-9 30t-9-30q0-30 14-30t14 30H242"),
        FOAM(
                "M46 138l88-44 142 34-88 46z",
                "M46 138l88-44 142 34-88 46zM46 138v16l142 36v-16M188 190l88-46v-16M94 132l10-5 14 3.5-10 5z"
                        + "M132 141l10-5 14 3.5-10 5zM170 150l10-5 14 3.5-10 5zM122 118l10-5 14 3.5-10 5z"
                        + "M160 127l10-5 14 3.5-10 5zM198 136l10-5 14 3.5-10 5z"),
        LUBRICANT(
                "M112 132q48 18 96 0v46q0 12-12 12h-72q-12 0-12-12z",
                "M112 96v82q0 12 12 12h72q12 0 12-12V96M104 66h112v22q0 8-8 8h-96q-8 0-8-8zM112 132q48 18 96 0"
                        + "M128 66v30M144 66v30M160 66v30M176 66v30M192 66v30"),
        FILM(
                "M84 96l64-30 64 30-64 30z",
                "M84 96l64-30 64 30-64 30zM122 96l26-12 26 12-26 12zM96 122l-12 6 64 30 64-30-12-6M96 150l-12 6 64 30 64-30"
                        + "-12-6M232 84l10-5M234 100h12M228 70l6-8"),
        SPRING(
                "M118 176h84v14h-84z",
                "M118 190h84M118 176h84M160 52q40 0 40 9t-40 9t-40 9t40 9t40 9t-40 9t-40 9t40 9t40 9t-40 9t-40 9t40 9t40 9"
                        + "t-40 9t-36 5"),
        KEYCAP_PULLER(
                "M134 36h52v54q0 10-10 10h-32q-10 0-10-10z",
                "M134 36h52v54q0 10-10 10h-32q-10 0-10-10zM146 100q-42 40-34 92q2 10 12 6l10-4M174 100q42 40 34 92q-2 10-12"
                        + " 6l-10-4M138 202l6-28h32l6 28z"),
        SWITCH_PULLER(
                "M142 34h36l-4 70h-28z",
                "M142 34h36l-4 70h-28zM146 104q-26 34-26 84h16M174 104q26 34 26 84h-16M140 188v-22h40v22zM136 188h48v10h-48z"
                        + "M152 166v-8h16v8"),
        SWITCH_OPENER(
                "M70 132l90-34 90 34-90 38z",
                "M70 132l90-34 90 34-90 38zM70 132v30l90 40v-32M250 132v30l-90 40M124 133l36-14 36 14-36 15zM124 133v-22"
                        + "l10-4v22M196 133v-22l-10-4v22M133 70l27-10 27 10-27 11zM133 70v16l27 11 27-11V70M160 81v16"),
        LUBE_STATION(
                "M48 132l112-54 112 54-112 56z",
                "M48 132l112-54 112 54-112 56zM48 132v12l112 56 112-56v-12M160 188v12M104 132l14-7 14 7-14 7z"
                        + "M132 118l14-7 14 7-14 7zM160 104l14-7 14 7-14 7zM132 146l14-7 14 7-14 7zM160 132l14-7 14 7-14 7z"
                        + "M188 118l14-7 14 7-14 7zM160 160l14-7 14 7-14 7zM188 146l14-7 14 7-14 7zM216 132l14-7 14 7-14 7z"),
        BRUSH(
                "M160 88l44 44 24-24-44-44z",
                "M160 88l44 44 24-24-44-44zM172 100L52 186q-10 8-2 18t20 2L192 120M66 192h.1M184 64l26-26M195 75l28-26"
                        + "M206 86l30-26M217 97l32-26M228 108l34-24"),
        WRIST_REST(
                "M40 142q0-26 26-26h188q26 0 26 26v20H40z",
                "M40 142q0-26 26-26h188q26 0 26 26v20H40zM58 162v8h24v-8M238 162v8h24v-8M70 130q60 12 110-2t76 4"
                        + "M56 148q70 10 120-2t90 2"),
        CARRYING_CASE(
                "M60 80h200q16 0 16 16v46H44V96q0-16 16-16z",
                "M60 80h200q16 0 16 16v76q0 16-16 16H60q-16 0-16-16V96q0-16 16-16zM44 142h232M128 80V66q0-12 12-12h40q12 0"
                        + " 12 12v14M150 136h20v14h-20z"),
        DESK_MAT(
                "M56 128l150-58 74 34-150 62z",
                "M26 146L206 70l74 34-156 66q-10 26-38 28-44 2-60-22M26 146q-14 30 14 38 28 6 36-14 4-14-10-16-12 0-12 12"
                        + "M46 148L206 80l54 25-142 60"),
        SCREW(
                "M104 66h48v22h-48z",
                "M104 66h48v22h-48zM116 88v76l12 14 12-14V88M116 100l24 6M116 116l24 6M116 132l24 6M116 148l24 6M120 76h16"
                        + "M214 96l20 12v24l-20 12-20-12v-24zM214 108l10 6v12l-10 6-10-6v-12z"),
        GASKET(
                "M70 112h180v24H70z",
                "M70 112h180v24H70zM70 86h180v26M70 86v26M56 136h208v22H56zM92 112q4 12 0 24M116 112q4 12 0 24M140 112q4 12 0"
                        + " 24M164 112q4 12 0 24M188 112q4 12 0 24M212 112q4 12 0 24M236 112q4 12 0 24"),
        KNOB(
                "M100 96v62q0 22 60 22t60-22V96q0 22-60 22t-60-22z",
                "M100 96q0-22 60-22t60 22-60 22-60-22v62q0 22 60 22t60-22V96M112 112v60M126 116v61M142 118v61M160 118v62"
                        + "M178 118v61M194 116v61M208 112v60M160 80v12"),
        SOLDER(
                "M106 92v64q0 14 54 14t54-14V92q0 14-54 14t-54-14z",
                "M94 74q0-16 66-16t66 16v4q0 16-66 16t-66-16zM138 74q0-6 22-6t22 6-22 6-22-6M106 90v68M214 90v68M94 158v14"
                        + "q0 16 66 16t66-16v-14M106 112q54 16 108 0M106 126q54 16 108 0M106 140q54 16 108 0M106 154q54 16 108 0"
                        + "M214 138q40 4 44 40 4 20 22 20"),
        CASE("M48 104h224v16H48z", "M48 104h224l12 64q0 10-10 10H46q-10 0-10-10zM60 120h200l8 42H52zM150 104v-8h20v8"),
        PCB(
                "M150 92h20v10h-20z",
                "M44 102h232v70H44zM150 92h20v10h-20zM64 122h14v12H64M96 122h14v12H96M128 122h14v12h-14M160 122h14v12h-14"
                        + "M192 122h14v12h-14M224 122h14v12h-14M72 148h14v12H72M124 148h72v12h-72M226 148h14v12h-14"),
        PLATE(
                "M44 98h232v12H44z",
                "M44 98h232v76H44zM60 118h20v18H60zM92 118h20v18H92zM124 118h20v18h-20zM156 118h20v18h-20zM188 118h20v18h-20z"
                        + "M220 118h20v18h-20zM60 146h20v18H60zM112 146h96v18h-96zM220 146h20v18h-20z");

        private final String area;
        private final String lines;

        Type(String area, String lines) {
            this.area = area;
            this.lines = lines;
        }
    }

    /**
     * @param tint #rrggbb of the variant, or null for the house's own
     * @param title what a screen reader says
     * @return an SVG document, four wide to three high; its colours are the custom properties --line and --tint
     */
    public static String draw(Type type, String tint, String title) {
        return new Drawing(title, 320, 240)
                .lines(type.area, type.lines, tint == null ? TINT : tint)
                .svg();
    }
}
