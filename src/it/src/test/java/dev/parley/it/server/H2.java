package dev.parley.it.server;

import java.util.Map;

/** In a file in the server's base directory, and gone with it. */
final class H2 implements Database {

    @Override
    public String serverConfig() {
        return ServerNames.SERVER_CONFIG;
    }

    @Override
    public String outboxServerConfig() {
        return "standalone-full-h2-outbox.xml";
    }

    @Override
    public Map<String, String> makeFor(String server) {
        return Map.of();
    }

    @Override
    public String countInDoubt() {
        return "select count(*) from information_schema.in_doubt";
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void start() {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void signal(Signal signal) {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }
}
