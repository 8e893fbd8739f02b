package rolt.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.platform.Problem;

/**
 * A picture as the shop keeps it: upright, in sRGB, on white where it was transparent, in three sizes, and with nothing
 * of what its file told besides (place, camera, name).
 *
 * @param width of the largest in pixels, as is {@code height}
 */
record Renditions(int width, int height, Map<Size, byte[]> files) {
    private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);

    /** @throws Problem 400 naming the field {@code file} where it is no picture that can be read */
    static Renditions of(byte[] file) {
        PictureHeader header = PictureHeader.of(file);
        BufferedImage picture = Scaling.fit(Decoder.decode(file, header), Size.LARGE.edge());
        if (header.profile() != null) {
            toScreen(picture, header.profile());
        }
        BufferedImage upright = Orientation.apply(picture, header.orientation());
        Map<Size, byte[]> files = new EnumMap<>(Size.class);
        for (Size size : Size.values()) {
            files.put(size, Jpeg.encode(Scaling.fit(upright, size.edge())));
        }
        return new Renditions(upright.getWidth(), upright.getHeight(), files);
    }

    /** A profile that leads to no screen (of a class for other uses, without its tables) is as good as none. */
    private static void toScreen(BufferedImage picture, ICC_Profile profile) {
        ICC_Profile[] colours = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        try {
            new ColorConvertOp(colours, null).filter(picture.getRaster(), picture.getRaster());
        } catch (CMMException | ProfileDataException | IllegalArgumentException e) {
            LOG.info("A picture is shown without its colour profile: {}", e.toString());
        }
    }
}
