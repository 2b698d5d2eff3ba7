package dev.parley.engine.run;

import dev.parley.conversation.Reading;
import dev.parley.conversation.request.RequestReader;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.call.FailureLog;
import dev.parley.engine.call.OperationFailed;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Receives a batch of requests: those that are in order are handled together, whoever sent any other is told. */
final class RequestReception {

    private final UnitOfWork unit;
    private final RequestCheck check;
    private final Supplier<String> ids;

    private record Read(RequestArrival one, Reading.Accepted accepted) {}

    /** @param ids makes the ids of conversations */
    RequestReception(UnitOfWork unit, RequestCheck check, Supplier<String> ids) {
        this.unit = unit;
        this.check = check;
        this.ids = ids;
    }

    void receive(List<RequestArrival> arrivals) {
        List<Read> read = read(arrivals);
        Set<String> operations = new HashSet<>();
        read.forEach(r -> operations.add(r.accepted().request().operation()));
        Map<String, OperationResolution> listings = operations.isEmpty() ? Map.of() : check.listings(operations);
        List<PendingRequest> intakes = new ArrayList<>();
        read.forEach(r -> check(r, listings, intakes));
        handle(intakes);
    }

    private void handle(List<PendingRequest> intakes) {
        try {
            new RequestBatch(unit).handle(intakes);
        } catch (OperationFailed failed) {
            FailureLog.failedAtOnce(failed);
            throw failed;
        } catch (DeadlineMissed missed) {
            FailureLog.late(missed);
            throw missed;
        }
    }

    private List<Read> read(List<RequestArrival> arrivals) {
        var reader = new RequestReader(unit.settings().limits());
        List<Read> read = new ArrayList<>();
        for (RequestArrival one : arrivals) {
            Reading reading = reader.read(one.arrival(), unit.now(), writable(one));
            if (reading instanceof Reading.Refused refused) {
                tell(refused, one);
            } else if (reading instanceof Reading.Accepted accepted) {
                read.add(new Read(one, accepted));
            }
        }
        return read;
    }

    private void check(Read read, Map<String, OperationResolution> listings, List<PendingRequest> intakes) {
        var envelope = read.accepted().request();
        Arrival arrival = read.one().arrival();
        try {
            CheckedRequest request = check.check(envelope, listings.get(envelope.operation()));
            boolean again = arrival.redelivered();
            intakes.add(new PendingRequest(
                    request,
                    ids.get(),
                    !again,
                    again,
                    arrival.group(),
                    read.one().accepted()));
        } catch (Refusal refusal) {
            tell(RequestReader.refuse(envelope, refusal.problem(), writable(read.one())), read.one());
        }
    }

    /** Nobody writes to a foreign mailbox by sending what is refused. */
    private Predicate<Address> writable(RequestArrival one) {
        return to -> check.mayAnswer(to, one.arrival().user());
    }

    private void tell(Reading.Refused refused, RequestArrival one) {
        Refusals.tell(refused, unit.gateway(), one.refused());
    }
}
