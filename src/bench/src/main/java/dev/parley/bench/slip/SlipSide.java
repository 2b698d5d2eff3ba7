package dev.parley.bench.slip;

import dev.parley.bench.Figures;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.UUID;

/** Who takes slips from stop to stop. */
enum SlipSide implements Figures.Column {
    /** Parley, with the signature, the inbox and the log of each hop. */
    PARLEY("Parley") {
        @Override
        String queue() {
            return "parley.slips";
        }

        @Override
        String end() {
            return "reply.alice.bench";
        }

        @Override
        String body() {
            return "{\"variables\":{\"order\":" + order() + "},\"itinerary\":[" + (STEP + ",").repeat(STOPS - 1) + STEP
                    + "]}";
        }

        @Override
        void describe(JMSContext context, Message message) throws JMSException {
            message.setJMSReplyTo(context.createQueue(end()));
            message.setStringProperty("MessageId", UUID.randomUUID().toString());
        }

        @Override
        boolean isEnd(Message message) throws JMSException {
            return "completed".equals(message.getJMSType());
        }
    },

    /** Camel's routing slip, each stop a queue, each hop a transaction of the session. */
    CAMEL("Camel") {
        @Override
        String queue() {
            return "bench.slips.1";
        }

        @Override
        String end() {
            return "bench.slips.done";
        }

        @Override
        String body() {
            return order();
        }

        /** Without a reply address: Camel would ask each stop for a reply, and wait for it. */
        @Override
        void describe(JMSContext context, Message message) throws JMSException {
            StringBuilder slip = new StringBuilder();
            for (int stop = 2; stop <= STOPS; stop++) {
                slip.append("jms:queue:bench.slips.").append(stop).append(',');
            }
            message.setStringProperty("slip", slip + "jms:queue:" + end());
        }

        @Override
        boolean isEnd(Message message) {
            return true;
        }
    };

    /** The number of stops. */
    static final int STOPS = 5;

    private static final String STEP =
            "{\"operation\":\"bench-echo\",\"arguments\":{\"$\":\"/variables/order\"},\"as\":\"order\"}";
    private static final int BODY = 500;

    private final String title;

    SlipSide(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** Where a slip begins. */
    abstract String queue();

    /** Where it is seen that one has been everywhere. */
    abstract String end();

    abstract String body();

    /** Says of a message what a slip needs besides its body. */
    abstract void describe(JMSContext context, Message message) throws JMSException;

    /** Whether a message says that a slip has been everywhere. */
    abstract boolean isEnd(Message message) throws JMSException;

    /** An order of 500 bytes of JSON. */
    static String order() {
        String order = "{\"orderId\":\"" + UUID.randomUUID() + "\",\"customer\":\"ada\",\"quantity\":2,\"note\":\"";
        return order + "x".repeat(BODY - order.length() - 2) + "\"}";
    }
}
