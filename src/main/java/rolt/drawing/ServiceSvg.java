package rolt.drawing;

/** A line drawing of the work on the bench, one for each kind of service. */
public final class ServiceSvg {
    private static final String TINT = "#7f9c8a";

    private ServiceSvg() {}

    /** What is drawn: first what the tint fills, then the lines, on a sheet of 320 x 240. */
    public enum Type {
        LUBE_SWITCH(
                "M112 138h72v-20l-12-30h-48l-12 30z",
                "M104 138h88v10h-88zM112 148v32q0 6 6 6h60q6 0 6-6v-32M112 138v-20l12-30h48l12 30v20M136 88V74h24v14"
                        + "M178 76l14 8 68-48q6-6 2-11t-11-1zM178 76q-12 2-16 14 14 4 30-6M128 186v14M168 186v14"),
        FILM_SWITCH(
                "M92 122l68-14 68 14-68 14z",
                "M92 122l68-14 68 14-68 14zM126 122l34-7 34 7-34 7zM108 96l14-38h76l14 38zM146 58V46h28v12M104 154h112v32q0"
                        + " 6-6 6H110q-6 0-6-6zM160 98v6M160 140v8M132 192v14M188 192v14"),
        SWAP_SPRING(
                "M196 176h56v12h-56zM68 176h56v12H68z",
                "M68 188h56M68 176h56M96 100q26 0 26 8t-26 8-26 8 26 8 26 8-26 8-26 8 26 8 24 8M196 188h56M196 176h56"
                        + "M224 68q26 0 26 9t-26 9-26 9 26 9 26 9-26 9-26 9 26 9 26 9-26 9-26 9 26 9 24 9M104 68q24-32 66-26"
                        + "M160 32l12 10-10 12"),
        TUNE_STABILISER(
                "M64 112h36v56H64zM220 112h36v56h-36z",
                "M64 112h36v56H64zM220 112h36v56h-36zM72 112V96h20v16M228 112V96h20v16M82 146v14q0 10 10 10h136q10 0 10-10"
                        + "v-14M128 80q32-22 64 0M140 96q20-14 40 0M158 112h4M116 64q44-30 88 0"),
        SOLDER(
                "M54 168h212v14H54z",
                "M54 168h212v14H54zM112 168q4-18 14-18t14 18M196 168q4-18 14-18t14 18M126 150v-12M210 150v-8M210 142l12-4"
                        + " 50-66 14 10-50 66-12 8M272 72l18-32M286 82l20-30M126 138q-40-6-54-40t-44-30M232 124q-8-22 2-34t0-30"),
        DESOLDER(
                "M54 168h212v14H54z",
                "M54 168h212v14H54zM96 168q4-16 14-16t14 16M110 152v-10M190 148l-14-12 12-14 14 12zM202 134l52-62 16 14"
                        + "-54 62-14-14M254 72l14-16 16 14-14 16M276 62l14-16M150 142q-4-8 2-14M140 128q-4-8 2-14M164 160h16"),
        ASSEMBLE(
                "M58 172l42-22h152l22 22z",
                "M58 172l42-22h152l22 22zM58 172v14h216v-14M84 132l34-18h124l18 18zM104 96h24v-16h-18zM144 96h24V80h-20z"
                        + "M184 96h24l-4-16h-20zM116 68V46M108 54l8-8 8 8M156 68V46M148 54l8-8 8 8M194 68V46M186 54l8-8 8 8"),
        FIT_FOAM(
                "M70 118l46-24h126l20 24z",
                "M70 118l46-24h126l20 24zM70 118v8h192v-8M52 160l20-10M268 160l-16-10M52 160v26q0 6 6 6h204q6 0 6-6v-26z"
                        + "M160 138v14M152 146l8 8 8-8M120 110h4M144 106h4M168 110h4M192 106h4M216 110h4"),
        CLEAN_CASE(
                "M50 152h220v34H50z",
                "M58 152h204q8 0 8 8v18q0 8-8 8H58q-8 0-8-8v-18q0-8 8-8zM74 152v-14h24v14M110 152v-14h24v14M186 152v-14h24v14"
                        + "M222 152v-14h24v14M112 118q20-36 76-36l34 8q8 4 2 12l-50 20q-34 10-62-4zM128 108q24-16 56-14"
                        + "M70 92q0-8 6-14 6 6 6 14a6 6 0 0 1-12 0zM246 60q0-8 6-14 6 6 6 14a6 6 0 0 1-12 0zM96 56l4 8 8 4-8 4-4 8"
                        + "-4-8-8-4 8-4z"),
        FLASH_FIRMWARE(
                "M122 82h76v76h-76z",
                "M122 82h76v76h-76zM122 98h-18M122 120h-18M122 142h-18M198 98h18M198 120h18M198 142h18M138 82V64M160 82V64"
                        + "M182 82V64M138 158v18M160 158v18M182 158v18M166 96l-18 28h24l-18 28");

        private final String area;
        private final String lines;

        Type(String area, String lines) {
            this.area = area;
            this.lines = lines;
        }
    }

    /**
     * @param title what a screen reader says
     * @return an SVG document, four wide to three high; its colours are the custom properties --line and --tint
     */
    public static String draw(Type type, String title) {
        return new Drawing(title, 320, 240).lines(type.area, type.lines, TINT).svg();
    }
}
