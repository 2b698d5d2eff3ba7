package dev.parley.engine;

import dev.parley.conversation.Arrival;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Receives a batch of requests: those that are in order are handled together, whoever sent any other is told. */
final class RequestReception {

    private final Unit unit;
    private final RequestCheck check;
    private final Supplier<String> ids;

    /**
     * @param ids makes the ids of conversations
     */
    RequestReception(Unit unit, RequestCheck check, Supplier<String> ids) {
        this.unit = unit;
        this.check = check;
        this.ids = ids;
    }

    void receive(List<RequestArrival> arrivals) {
        List<Intake> intakes = new ArrayList<>();
        for (RequestArrival one : arrivals) {
            Reading reading = unit.pattern().read(one.arrival(), unit.now());
            if (reading instanceof Reading.Refused refused) {
                Refusals.tell(refused, unit.gateway(), one.refused());
            } else if (reading instanceof Reading.Accepted accepted) {
                check(accepted, one, intakes);
            }
        }
        new RequestBatch(unit).handle(intakes);
    }

    private void check(Reading.Accepted accepted, RequestArrival one, List<Intake> intakes) {
        Arrival arrival = one.arrival();
        try {
            CheckedRequest request = check.check(accepted.request());
            boolean again = arrival.redelivered();
            intakes.add(new Intake(request, ids.get(), !again, again, arrival.group(), one.accepted()));
        } catch (Refusal refusal) {
            Refusals.tell(unit.pattern().refuse(accepted.request(), refusal.problem()), unit.gateway(), one.refused());
        }
    }
}
