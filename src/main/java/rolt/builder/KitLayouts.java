package rolt.builder;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Json;
import rolt.platform.Problem;

/** The layouts of kits. Each content is read once and remembered by itself, so a changed kit needs no telling. */
final class KitLayouts {
    private static final int MOST = 500;

    private final LoadingCache<Object, Layout> layouts =
            Caffeine.newBuilder().maximumSize(MOST).build(content -> Layout.of(spec(content)));

    /**
     * The layout that a kit's specs tell.
     *
     * @throws Problem 422 for a kit without one
     */
    Layout of(String code, Map<String, Object> specs) {
        return layouts.get(content(code, specs));
    }

    /**
     * The layout that a kit's specs tell, as it is stored.
     *
     * @throws Problem 422 for a kit without one
     */
    static LayoutSpec spec(String code, Map<String, Object> specs) {
        return spec(content(code, specs));
    }

    private static LayoutSpec spec(Object content) {
        return Json.record(content, LayoutSpec.class);
    }

    private static Object content(String code, Map<String, Object> specs) {
        Object content = specs.get("layout");
        if (content == null) {
            throw Problem.unprocessable("kit.without-layout", Map.of("code", code));
        }
        return content;
    }
}
