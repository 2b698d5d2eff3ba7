package dev.parley.engine.run;

import dev.parley.directory.Operations;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.call.FailureLog;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.config.BrokerInServer;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.engine.wire.WireProblem;
import dev.parley.message.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Receives accepted work: runs what belongs into its lane, moves the rest, and has attempts noted. */
final class WorkReception {

    private final UnitOfWork unit;
    private final Operations operations;
    private final Attempts attempts;

    WorkReception(UnitOfWork unit, Operations operations, Attempts attempts) {
        this.unit = unit;
        this.operations = operations;
        this.attempts = attempts;
    }

    /**
     * Does the work.
     *
     * @param lane where it came from
     * @throws OperationFailed if an operation failed; the transaction has to roll back
     */
    void receive(List<WorkArrival> arrivals, Lane lane) {
        try {
            new WorkBatch(unit, operations).run(begun(stayingHere(arrivals, lane)));
        } catch (OperationFailed failed) {
            attempts.failed(failed, pause(failed, arrivals));
            throw failed;
        } catch (DeadlineMissed missed) {
            FailureLog.late(missed);
            throw missed;
        }
    }

    private static Duration pause(OperationFailed failed, List<WorkArrival> arrivals) {
        int deliveries = arrivals.stream()
                .filter(arrival -> failed.conversationId().equals(arrival.conversationId()))
                .mapToInt(WorkArrival::deliveries)
                .max()
                .orElse(1);
        return BrokerInServer.redelivery().after(deliveries - 1);
    }

    private List<WorkItem> stayingHere(List<WorkArrival> arrivals, Lane lane) {
        List<WorkItem> items = new ArrayList<>();
        for (WorkArrival arrival : arrivals) {
            String id = arrival.conversationId();
            String operation = arrival.operation();
            if (id == null || operation == null) {
                arrival.parking().park(notWork());
                continue;
            }
            OperationWork work = new OperationWork(id, operation, arrival.group(), arrival.looks(), arrival.turn());
            WorkItem item = new WorkItem(work, lane, arrival.redelivered(), arrival.parking());
            Lane wanted = laneFor(item);
            if (item.mustMoveTo(wanted)) {
                unit.gateway().passOn(wanted, work);
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private Lane laneFor(WorkItem item) {
        String name = item.work().operation();
        boolean isolated = operations.find(name).map(o -> o.isolated()).orElse(false);
        boolean grouped = item.work().group() != null;
        return unit.lanes().choose(isolated, unit.profiles().of(name), false, item.redelivered(), grouped, unit.now());
    }

    /**
     * An attempt that has a transaction of its own is counted before it begins: one that kills the server counts too.
     */
    private List<WorkItem> begun(List<WorkItem> items) {
        for (WorkItem item : items) {
            if (item.isAlone()) {
                attempts.begin(item.work().conversationId(), item.work().turn());
            }
        }
        return items;
    }

    private static Problem notWork() {
        return WireProblem.NOT_WORK.because("Only Parley itself sends to this queue.");
    }
}
