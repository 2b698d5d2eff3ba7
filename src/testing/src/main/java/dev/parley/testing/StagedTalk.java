package dev.parley.testing;

import dev.parley.message.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A conversation with an operation that takes turns, in a schedule: each turn is taken when the one before is answered.
 */
public final class StagedTalk {

    private final String operation;
    private final String conversationId;
    private final List<String> bodies;
    private final Consumer<StagedRequest> requester;
    private final List<StagedRequest> turns = new ArrayList<>();

    StagedTalk(String operation, String conversationId, List<String> bodies, Consumer<StagedRequest> requester) {
        this.operation = operation;
        this.conversationId = conversationId;
        this.bodies = List.copyOf(bodies);
        this.requester = requester;
        next();
    }

    private void next() {
        int turn = turns.size() + 1;
        StagedRequest request = new StagedRequest(
                operation,
                bodies.get(turn - 1),
                conversationId + "-" + turn,
                Duration.ofHours(1),
                Map.of(Headers.CONVERSATION_ID, conversationId, Headers.TURN, String.valueOf(turn)));
        request.whenEnded(this::goOn);
        turns.add(request);
        requester.accept(request);
    }

    private void goOn(Outcome outcome) {
        if (outcome.ending() == Outcome.Ending.REPLIED && turns.size() < bodies.size()) {
            next();
        }
    }

    String operation() {
        return operation;
    }

    /**
     * What the requester was told of each turn that was answered, in order; after a fault no turn is taken any more.
     */
    public List<Outcome> outcomes() {
        return turns.stream().flatMap(turn -> turn.outcome().stream()).toList();
    }
}
