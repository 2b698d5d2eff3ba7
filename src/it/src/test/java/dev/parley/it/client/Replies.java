package dev.parley.it.client;

import jakarta.jms.JMSConsumer;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.Optional;

/** Where answers arrive. */
public final class Replies {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JMSConsumer consumer;

    Replies(JMSConsumer consumer) {
        this.consumer = consumer;
    }

    /** The next answer, which must come. */
    public Answer next() {
        return next(PATIENCE);
    }

    /** The next answer, which must come within this time. */
    public Answer next(Duration patience) {
        return poll(patience).orElseThrow(() -> new AssertionError("No answer came within " + patience));
    }

    /** The next answer, if one comes within this time. */
    public Optional<Answer> poll(Duration patience) {
        Message message = consumer.receive(patience.toMillis());
        return Optional.ofNullable(message).map(Answer::of);
    }
}
