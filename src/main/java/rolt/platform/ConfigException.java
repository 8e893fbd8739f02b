package rolt.platform;

import java.util.List;

/** Settings are missing or wrong; the message names each. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConfigException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
