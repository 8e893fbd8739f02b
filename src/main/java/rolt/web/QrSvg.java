package rolt.web;

import gg.jte.Content;
import io.nayuki.qrcodegen.QrCode;

/** QR codes as inline SVG: always dark on light, because scanners expect it, whichever theme the page has. */
public final class QrSvg {
    /** The quiet zone that the standard asks for, in modules. */
    private static final int MARGIN = 4;

    private QrSvg() {}

    /** @param label what it is, for who does not see it */
    public static Content of(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * MARGIN;
        return output -> {
            output.writeContent(
                    "<svg class=\"qr\" viewBox=\"0 0 " + size + " " + size + "\" role=\"img\" aria-label=\"");
            output.writeUserContent(label);
            output.writeContent("\"><path class=\"qr-light\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path d=\""
                    + modules(code) + "\"/></svg>");
        };
    }

    private static String modules(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return path.toString();
    }
}
