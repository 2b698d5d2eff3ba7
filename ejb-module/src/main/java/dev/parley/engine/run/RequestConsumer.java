package dev.parley.engine.run;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.Queues;
import dev.parley.message.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;

/** Takes requests from {@code parley.requests}. */
@ApplicationScoped
class RequestConsumer implements Inlet {

    @Inject
    UnitsOfWork units;

    @Inject
    RequestCheck check;

    @Override
    public String queue() {
        return Queues.REQUESTS;
    }

    /** Only what runs at once keeps the batch; of anything else there is only a row and a work message. */
    @Override
    public Duration expected(Message message) {
        MessageHeaders headers = new MessageHeaders(message);
        String operation = headers.type();
        if (operation == null) {
            return Duration.ZERO;
        }
        boolean atOnce = !"true".equalsIgnoreCase(headers.text(Headers.ACKNOWLEDGE));
        return units.expected(operation, Lane.INLINE, atOnce);
    }

    @Override
    public void received(List<Taken> messages, Gateway gateway) {
        List<RequestArrival> arrivals =
                messages.stream().map(RequestConsumer::arrival).toList();
        new RequestReception(units.unit(gateway), check, Ids::next).receive(arrivals);
    }

    /** What is expired is seen from the message. */
    @Override
    public void expired(List<Taken> messages, Gateway gateway) {
        received(messages, gateway);
    }

    private static RequestArrival arrival(Taken taken) {
        return new RequestArrival(taken.arrival(), taken.refused(), taken.accepted());
    }
}
