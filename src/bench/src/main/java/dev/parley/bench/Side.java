package dev.parley.bench;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import java.util.UUID;

/** Who does the work. */
enum Side {
    PARLEY("parley.requests", "/parley/v1/operations/bench-echo"),
    BY_HAND("bench.requests", "/byhand/orders");

    private static final int BODY = 500;

    private final String requests;
    private final String path;

    Side(String requests, String path) {
        this.requests = requests;
        this.path = path;
    }

    /** The queue it receives from. */
    String requests() {
        return requests;
    }

    /** Where it takes orders over HTTP. */
    String path() {
        return path;
    }

    /** Where what it acknowledged over HTTP waits until it is done. */
    List<String> workQueues() {
        return this == PARLEY ? List.of("parley.work", "parley.work.isolated") : List.of("bench.work");
    }

    /** Says in a message what it asks for. */
    void describe(Message message) throws JMSException {
        if (this == PARLEY) {
            message.setJMSType("bench-echo");
        }
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
