package dev.parley.engine;

import dev.parley.conversation.Headers;
import dev.parley.conversation.Problem;
import dev.parley.directory.Operations;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes accepted work from its queues: in batches from the shared lane, one by one from the others. */
@ApplicationScoped
public class WorkIntake {

    @Inject
    Units units;

    @Inject
    Queues queues;

    @Inject
    Operations operations;

    @Inject
    OperationProfiles profiles;

    @Inject
    Settings settings;

    @Inject
    Transactions transactions;

    private Drain drain;

    @PostConstruct
    void prepare() {
        drain = new Drain(settings.batchSize(), settings.batchTime(), this::expected);
    }

    private Duration expected(Message message) throws JMSException {
        String operation = message.getJMSType();
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
        try (JmsGateway gateway = queues.open()) {
            List<Message> batch =
                    lane == Lane.SHARED ? drain.take(first, queues.of(lane), gateway.context()) : List.of(first);
            Unit unit = units.unit(gateway);
            new WorkBatch(unit, operations).run(stayingHere(batch, lane, gateway, unit));
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        } catch (OperationFailed failed) {
            transactions.inNew(() -> {
                units.ledger().noteFailure(failed.conversationId(), failed.why());
                return true;
            });
            throw failed;
        }
    }

    private List<WorkItem> stayingHere(List<Message> batch, Lane lane, JmsGateway gateway, Unit unit)
            throws JMSException {
        List<WorkItem> items = new ArrayList<>();
        for (Message message : batch) {
            String id = message.getStringProperty(Headers.CONVERSATION_ID);
            if (id == null || message.getJMSType() == null) {
                gateway.park(message, Queues.nameOf(lane), notWork());
                continue;
            }
            WorkItem item = item(message, id, lane, gateway);
            Lane wanted = laneFor(item, unit);
            if (item.mustMoveTo(wanted)) {
                gateway.work(wanted, item.work());
            } else {
                items.add(item);
            }
        }
        return begun(items);
    }

    private static WorkItem item(Message message, String id, Lane lane, JmsGateway gateway) throws JMSException {
        int looks = message.propertyExists(JmsGateway.LOOKS) ? message.getIntProperty(JmsGateway.LOOKS) : 0;
        Work work = new Work(id, message.getJMSType(), Drain.group(message), looks);
        Parking parking = reason -> gateway.park(message, Queues.nameOf(lane), reason);
        return new WorkItem(work, lane, message.getJMSRedelivered(), parking);
    }

    private Lane laneFor(WorkItem item, Unit unit) {
        String name = item.work().operation();
        boolean grouped = item.work().group() != null;
        return unit.lanes()
                .choose(units.isolated(name), profiles.of(name), false, item.redelivered(), grouped, unit.now());
    }

    /** An attempt that has a transaction of its own is counted before it begins: one that kills the server counts too. */
    private List<WorkItem> begun(List<WorkItem> items) {
        for (WorkItem item : items) {
            if (item.isAlone()) {
                transactions.inNew(() -> {
                    units.ledger().beginAttempt(item.work().conversationId(), units.now());
                    return true;
                });
            }
        }
        return items;
    }

    private static Problem notWork() {
        return Problem.of("not-work", 0, "Not a work message", "Only Parley itself sends to this queue.");
    }
}
