package dev.parley.engine.run;

import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.wire.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes providers' answers from {@code parley.replies}. */
@ApplicationScoped
class AnswerConsumer implements Inlet {

    @Inject
    UnitsOfWork units;

    @Override
    public String queue() {
        return Queues.REPLIES;
    }

    @Override
    public void received(List<Taken> messages, Gateway gateway) {
        List<AnswerArrival> arrivals =
                messages.stream().map(AnswerConsumer::arrival).toList();
        new AnswerReception(units.unit(gateway)).receive(arrivals);
    }

    /** An answer that expired has not come. */
    @Override
    public void expired(List<Taken> messages, Gateway gateway) {
        throw new UnsupportedOperationException("Nobody takes answers that expired");
    }

    private static AnswerArrival arrival(Taken taken) {
        return new AnswerArrival(taken.arrival(), taken.looks(), taken.refused(), taken.accepted(), taken.later());
    }
}
