package rolt.dev;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/**
 * What was asked of {@code ./rolt dev}.
 *
 * @param fresh whether to throw away the data of earlier runs
 * @param nodes how many nodes of the shop to start, 1 to 9
 * @param environment the settings given from outside, which win over everything embedded
 */
record DevOptions(boolean fresh, int nodes, Map<String, String> environment) {
    private static final int MOST_NODES = 9;

    static DevOptions parse(String[] arguments, Map<String, String> environment) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = new DevOptions(false, 1, environment);
        while (!rest.isEmpty()) {
            options = switch (rest.pop()) {
                case "--fresh" -> new DevOptions(true, options.nodes, environment);
                case "--nodes" -> new DevOptions(options.fresh, nodes(rest.poll()), environment);
                case String other -> throw new DevProblem("There is no option " + other + "; ./rolt help lists them.");
            };
        }
        return options;
    }

    private static int nodes(String value) {
        if (value == null || !value.matches("[1-" + MOST_NODES + "]")) {
            throw new DevProblem("--nodes wants a number from 1 to " + MOST_NODES + ".");
        }
        return Integer.parseInt(value);
    }

    boolean gives(String setting) {
        return !environment.getOrDefault(setting, "").isBlank();
    }

    /** A port setting, or {@code usual} where it is not given. */
    int port(String setting, int usual) {
        var value = gives(setting) ? environment.get(setting).strip() : String.valueOf(usual);
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65_535) {
            throw new DevProblem(setting + " must be a port from 1 to 65535, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    int shopPort() {
        return port("PORT", 8080);
    }

    int managementPort() {
        return port("MANAGEMENT_PORT", 9090);
    }

    int consolePort() {
        return port("DEV_PORT", 8025);
    }
}
