package dev.parley.bench;

import java.util.List;
import java.util.UUID;

/** Who does the work. */
enum Side implements Figures.Column {
    PARLEY("/parley/v1/operations/bench-echo", "provider.bench"),
    BY_HAND("/byhand/orders", "bench.provider");

    private static final int BODY = 500;

    private final String path;
    private final String provider;

    Side(String path, String provider) {
        this.path = path;
        this.provider = provider;
    }

    /** Where it takes orders over HTTP. */
    String path() {
        return path;
    }

    /** The queue in which it asks the provider. */
    String provider() {
        return provider;
    }

    /** Where what it acknowledged over HTTP waits until it is done. */
    List<String> workQueues() {
        return this == PARLEY ? List.of("parley.work", "parley.work.isolated") : List.of("bench.work");
    }

    /** A header only this side wants, or nothing. */
    String httpHeader() {
        return this == PARLEY ? "Idempotency-Key: \"" + UUID.randomUUID() + "\"\r\n" : "";
    }

    /** An order of 500 bytes of JSON. */
    static String order() {
        String order = "{\"orderId\":\"" + UUID.randomUUID() + "\",\"customer\":\"ada\",\"quantity\":2,\"note\":\"";
        return order + "x".repeat(BODY - order.length() - 2) + "\"}";
    }
}
