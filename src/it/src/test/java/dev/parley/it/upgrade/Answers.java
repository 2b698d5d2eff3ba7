package dev.parley.it.upgrade;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What alice is answered over JMS, whichever of her conversations it is about and whichever test asks for it first. */
final class Answers {

    private static final Duration A_BIT = Duration.ofMillis(200);

    private final JmsParticipant alice;
    private final Replies replies;
    private final Replies faults;
    private final List<Answer> unread = new ArrayList<>();

    Answers(Parties parties) {
        alice = JmsParticipant.core(parties.server(), parties.server().alice());
        replies = alice.listen(Parties.ANSWERS);
        faults = alice.listen(Parties.FAULTS);
    }

    void send(JmsRequest request) {
        alice.send(request);
    }

    void sayOfResources(JmsRequest message) {
        alice.sayOfResources(message);
    }

    /** The answer of that kind to the message of that name, which must come. */
    Answer to(String correlationId, String kind) {
        Instant end = Instant.now().plus(Parties.PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Answer> found = find(correlationId, kind);
            if (found.isPresent()) {
                unread.remove(found.get());
                return found.get();
            }
            replies.poll(A_BIT).ifPresent(unread::add);
            faults.poll(A_BIT).ifPresent(unread::add);
        }
        throw new AssertionError("No " + kind + " to " + correlationId + ", but " + unread);
    }

    private Optional<Answer> find(String correlationId, String kind) {
        return unread.stream()
                .filter(a -> correlationId.equals(a.correlationId()) && kind.equals(a.kind()))
                .findFirst();
    }
}
