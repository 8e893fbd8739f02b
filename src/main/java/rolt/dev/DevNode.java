package rolt.dev;

import java.util.Map;

/** A further node of the shop in a JVM of its own, with its settings in the environment. */
final class DevNode {
    static final String READY = "This node of ROLT is ready";

    private DevNode() {}

    public static void main(String[] args) {
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
        running.add(Shop.start(Map.of()));
        System.out.println(READY);
    }
}
