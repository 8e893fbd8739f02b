package rolt.drawing;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The colours of a keycap set, each as {@code #rrggbb}: refused with IllegalArgumentException otherwise. */
public record Colourway(
        String base, String modifier, String accent, String legendBase, String legendModifier, String legendAccent) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public Colourway {
        Stream.of(base, modifier, accent, legendBase, legendModifier, legendAccent)
                .filter(colour -> !isColour(colour))
                .findFirst()
                .ifPresent(colour -> {
                    throw new IllegalArgumentException("Not a colour like #2b2b2e: " + colour);
                });
    }

    public static boolean isColour(String colour) {
        return colour != null && HEX.matcher(colour).matches();
    }
}
