package dev.parley.it.load;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks over JMS, with answers to a queue of its own that stays; one that trusts wants an acknowledgment too. */
final class JmsRequester extends Requester {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ParleyServer server;
    private final String queue = Samples.freshReplyQueue("alice");
    private final boolean acknowledged;
    private @Nullable JmsParticipant alice;
    private @Nullable Replies replies;

    JmsRequester(String name, boolean trusts, Errand errand, ParleyServer server, Book book, AtomicBoolean enough) {
        super(name, trusts, errand, book, enough);
        this.server = server;
        acknowledged = trusts;
    }

    @Override
    void ask(String id) {
        connect();
        JmsRequest request = JmsRequest.to(errand.operation())
                .text(errand.body().apply(id))
                .messageId(id)
                .correlationId(id)
                .replyTo(queue);
        alice.send(acknowledged ? request.acknowledge() : request);
        book.acknowledged(id);
    }

    @Override
    void look(String id) {
        connect();
        while (!book.isAnswered(id)) {
            Optional<Answer> answer = replies.poll(PATIENCE);
            if (answer.isEmpty()) {
                return;
            }
            note(answer.get());
        }
    }

    private void note(Answer answer) {
        if ("Reply".equals(answer.kind())) {
            book.replied(name, answer.correlationId(), answer.text());
        }
    }

    private void connect() {
        if (alice == null) {
            alice = JmsParticipant.core(server, server.alice());
            replies = alice.listen(queue);
        }
    }

    @Override
    void reset() {
        JmsParticipant broken = alice;
        alice = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (RuntimeException | AssertionError e) {
                // broken indeed
            }
        }
    }

    /** Answers to repeated requests come late; each must say what the first one said. */
    @Override
    void end() {
        connect();
        for (Optional<Answer> left = late(); left.isPresent(); left = late()) {
            note(left.get());
        }
        reset();
    }

    private Optional<Answer> late() {
        return replies.poll(Duration.ofSeconds(2));
    }
}
