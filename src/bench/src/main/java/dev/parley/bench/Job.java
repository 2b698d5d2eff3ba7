package dev.parley.bench;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import java.util.stream.Stream;

/** What is asked for over JMS. */
enum Job {
    /** A reply of the side itself. */
    ECHO("JMS in-out", "message", "bench-echo", "bench.requests") {
        @Override
        Stream<String> behind(Side side) {
            return side.workQueues().stream();
        }
    },

    /** A reply of a provider that is not on the server; see {@link Provider}. */
    PROVIDED("External provider", "round trip", "bench-provided", "bench.provided") {
        @Override
        Stream<String> behind(Side side) {
            return side.isParley()
                    ? Stream.of("parley.replies")
                    : Stream.of("bench.provider", "bench.provider.replies");
        }
    },

    /** Three steps that the side does itself, each with a row. */
    SAGA("Process of three methods", "instance", "bench-saga", "bench.saga") {
        @Override
        Stream<String> behind(Side side) {
            return side.isParley() ? side.workQueues().stream() : Stream.of();
        }

        @Override
        String body(int number) {
            return Side.order(false);
        }
    },

    /** The same, a tenth of which fail in the third step, and are undone. */
    SAGA_UNDONE("Process of three methods, a tenth undone", "instance", "bench-saga", "bench.saga") {
        @Override
        Stream<String> behind(Side side) {
            return SAGA.behind(side);
        }

        @Override
        String body(int number) {
            return Side.order(number % ONE_IN == 0);
        }

        @Override
        boolean mayFail() {
            return true;
        }
    },

    /** Three steps that a provider does. */
    SAGA_PROVIDED("Process of three providers", "instance", "bench-saga-provided", "bench.saga.provided") {
        @Override
        Stream<String> behind(Side side) {
            return side.isParley() ? Stream.of("parley.replies") : Stream.of("bench.provider", "bench.saga.replies");
        }

        @Override
        String body(int number) {
            return Side.order(false);
        }
    };

    private static final int ONE_IN = 10;

    private final String title;
    private final String unit;
    private final String operation;
    private final String queueByHand;

    Job(String title, String unit, String operation, String queueByHand) {
        this.title = title;
        this.unit = unit;
        this.operation = operation;
        this.queueByHand = queueByHand;
    }

    /** The request of that number. */
    String body(int number) {
        return Side.order();
    }

    /** Whether some are to be answered with a fault. */
    boolean mayFail() {
        return false;
    }

    /** How its figures begin. */
    String title() {
        return title;
    }

    /** What is counted, in the singular. */
    String unit() {
        return unit;
    }

    /** Its name for Parley. */
    String operation() {
        return operation;
    }

    /** The queue that a side receives it from. */
    String requests(Side side) {
        return side.isParley() ? "parley.requests" : queueByHand;
    }

    /** Where a side may have something left to do after the last reply. */
    List<String> queues(Side side) {
        return Stream.concat(Stream.of(requests(side)), behind(side)).toList();
    }

    abstract Stream<String> behind(Side side);

    /** Says in a message for a side what it asks for. */
    void describe(Message message, Side side) throws JMSException {
        if (side.isParley()) {
            message.setJMSType(operation);
        }
    }
}
