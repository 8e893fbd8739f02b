package rolt.web.account;

import java.util.List;
import rolt.platform.Yaml;

/** Vietnam's 6 cities under the central government and 28 provinces, as the contract lists them. */
public final class Provinces {
    /** Read with the class, which happens at the start. */
    public static final List<String> ALL = read();

    private Provinces() {}

    private static List<String> read() {
        return Yaml.object("contract/common.yaml")
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("Province")
                .getJsonArray("enum")
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
