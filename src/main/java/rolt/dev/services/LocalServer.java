package rolt.dev.services;

/** A server of another make on the loopback interface, which ends with the JVM. */
abstract sealed class LocalServer implements AutoCloseable permits EmbeddedPostgres, EmbeddedRedis {
    /** 0 until one is given or taken. */
    int port;

    /** Null while it does not run. */
    Companion server;

    public int port() {
        return port;
    }

    /** The id of the server's process. */
    public long pid() {
        return server.pid();
    }

    /** Ends the server in good order, cutting off its clients; it can be started again on the same port. */
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
