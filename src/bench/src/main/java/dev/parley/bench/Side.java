package dev.parley.bench;

import java.util.List;
import java.util.UUID;

/** Who does the work. */
enum Side implements Figures.Column {
    /** Parley as it is by default. */
    PARLEY("Parley"),
    /** What is written by hand, on the same server. */
    BY_HAND("by hand"),
    /** Parley with an outbox, on a server of its own. */
    OUTBOX("outbox"),
    /** Parley with XA, on a server of its own beside that one. */
    XA("XA"),
    /** Parley with metrics and ids in its log, which somebody scrapes and asks for its health every five seconds. */
    WATCHED("watched"),
    /** Parley without either, whom nobody asks. */
    UNWATCHED("unwatched");

    private static final int BODY = 500;

    private final String title;

    Side(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** Whether it is Parley, however it delivers. */
    boolean isParley() {
        return this != BY_HAND;
    }

    /** Where it takes orders over HTTP. */
    String path() {
        return isParley() ? "/parley/v1/operations/bench-echo" : "/byhand/orders";
    }

    /** The queue in which it asks the provider. */
    String provider() {
        return isParley() ? "provider.paul.bench" : "bench.provider";
    }

    /** Where what it acknowledged over HTTP waits until it is done. */
    List<String> workQueues() {
        return isParley() ? List.of("parley.work", "parley.work.isolated") : List.of("bench.work");
    }

    /** A header only this side wants, or nothing. */
    String httpHeader() {
        return isParley() ? "Idempotency-Key: \"" + UUID.randomUUID() + "\"\r\n" : "";
    }

    /** An order of 500 bytes of JSON. */
    static String order() {
        return order("");
    }

    /** The same for a saga, of which the third step may say no. */
    static String order(boolean fails) {
        return order("\"fails\":" + fails + ",");
    }

    private static String order(String more) {
        String order = "{" + more + "\"orderId\":\"" + UUID.randomUUID()
                + "\",\"customer\":\"ada\",\"quantity\":2,\"note\":\"";
        return order + "x".repeat(BODY - order.length() - 2) + "\"}";
    }
}
