package dev.parley.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Brings messages to the broker in transactions of the broker alone, or in none. */
@ApplicationScoped
class JmsCourier implements Courier {

    @Inject
    Queues queues;

    @Inject
    Transactions transactions;

    @Override
    public void sendTogether(List<OutboxRow> rows) {
        transactions.outside(() -> {
            try (JMSContext context = queues.connect(JMSContext.SESSION_TRANSACTED)) {
                sendTogether(context, rows);
            }
            return true;
        });
    }

    private static void sendTogether(JMSContext context, List<OutboxRow> rows) {
        try {
            JmsSender sender = new JmsSender(context);
            Instant now = Instant.now();
            for (OutboxRow row : rows) {
                WireMessage message = row.message();
                sender.send(message, row.delay(message, now), row.id());
            }
            context.commit();
        } catch (RuntimeException e) {
            context.rollback();
            throw e;
        }
    }

    @Override
    public void send(OutboxRow row) {
        atOnce(sender -> {
            WireMessage message = row.message();
            sender.send(message, row.delay(message, Instant.now()), row.id());
        });
    }

    @Override
    public void park(OutboxRow row, String why) {
        atOnce(sender -> {
            WireMessage parked = WireFormat.unsent(row.message(), WireFormat.oneLine(why));
            sender.send(parked, Duration.ZERO, row.id());
        });
    }

    /** Without a transaction the broker passes over what it knows already, instead of refusing it with all there is in the transaction. */
    private void atOnce(Consumer<JmsSender> sending) {
        transactions.outside(() -> {
            try (JMSContext context = queues.connect(JMSContext.AUTO_ACKNOWLEDGE)) {
                send(context, sending);
            }
            return true;
        });
    }

    /** The broker is there: what goes wrong from here on is the message's fault, or looks the same. */
    private static void send(JMSContext context, Consumer<JmsSender> sending) {
        try {
            sending.accept(new JmsSender(context));
        } catch (RuntimeException e) {
            throw new Undeliverable(String.valueOf(e.getMessage()), e);
        }
    }
}
