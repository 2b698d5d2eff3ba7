package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.directory.Operations;
import dev.parley.engine.call.FailureLog;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.call.Overtaken;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Deliveries;
import dev.parley.engine.gateway.Drain;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.message.Headers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The consumer of accepted work, which it takes from its queues: in batches from the shared lane, one by one from the
 * others.
 */
@ApplicationScoped
public class WorkConsumer {

    @Inject
    UnitsOfWork units;

    @Inject
    Queues queues;

    @Inject
    Operations operations;

    @Inject
    Settings settings;

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    private final Overtaken overtaken = new Overtaken();
    private Drain drain;

    @PostConstruct
    void prepare() {
        drain = new Drain(settings.batchSize(), settings.batchTime(), this::expected);
    }

    private Duration expected(Message message) {
        String operation = new MessageHeaders(message).type();
        return operation == null ? Duration.ZERO : units.expected(operation, Lane.SHARED, false);
    }

    /** Does the work, and what is behind it in the queue. Whatever it throws rolls the transaction back. */
    public void receiveShared(Message first) {
        receive(first, Lane.SHARED);
    }

    /** Does the work in a transaction of its own. */
    public void receiveIsolated(Message message) {
        receive(message, Lane.ISOLATED);
    }

    /** Does work whose order in its group is kept. */
    public void receiveGrouped(Message message) {
        receive(message, Lane.GROUPED);
    }

    /** Does work that takes long. */
    public void receiveSlow(Message message) {
        receive(message, Lane.SLOW);
    }

    private void receive(Message first, Lane lane) {
        OwnTransactions attempts = new OwnTransactions();
        boolean handled = deliveries.<WorkArrival>handle(
                Queues.nameOf(lane),
                gateway -> lane == Lane.SHARED ? drain.take(first, queues.of(lane), gateway::context) : List.of(first),
                WorkConsumer::arrival,
                (arrivals, gateway) ->
                        new WorkReception(units.unit(gateway), operations, attempts).receive(arrivals, lane));
        if (!handled && !attempts.failed) {
            overtaken.add(attempts.begun);
        }
    }

    private static WorkArrival arrival(Message message, Deliveries.Received received) {
        MessageHeaders headers = new MessageHeaders(message);
        return new WorkArrival(
                headers.text(Headers.CONVERSATION_ID),
                headers.type(),
                headers.group(),
                headers.number(WireFormat.LOOKS, 0, Integer.MAX_VALUE),
                headers.isRedelivered(),
                headers.number(Headers.DELIVERIES, 1, Integer.MAX_VALUE),
                received::refused,
                headers.number(Headers.TURN, 0, Integer.MAX_VALUE));
    }

    private final class OwnTransactions implements Attempts {

        private final List<Overtaken.Attempt> begun = new ArrayList<>();
        private boolean failed;

        @Override
        public void begin(String conversationId, int turn) {
            Overtaken.Attempt attempt = new Overtaken.Attempt(conversationId, turn);
            begun.add(attempt);
            if (overtaken.isCounted(attempt)) {
                return;
            }
            transactions.inNew(() -> {
                units.store().beginAttempt(conversationId, turn, units.now());
                return true;
            });
        }

        @Override
        public void failed(OperationFailed why, Duration pause) {
            failed = true;
            Conversation before = Collision.resolved(() -> transactions.inNew(() -> noted(why, pause)))
                    .orElse(null);
            FailureLog.failed(why, before, settings.attempts(), pause);
        }

        private Optional<Conversation> noted(OperationFailed failed, Duration pause) {
            String id = failed.conversationId();
            Conversation before = units.store().find(List.of(id)).get(id);
            units.store().noteFailure(id, failed.why(), units.now().plus(pause));
            return Optional.ofNullable(before);
        }
    }
}
