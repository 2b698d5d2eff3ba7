package dev.parley.it.load;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Provides quotes from outside of the EAR, as badly as it may: what it has received is gone if it cannot answer any
 * more, every fifth request it leaves unanswered, another fifth it answers twice, and it never says the same thing
 * again.
 */
final class Provider implements Runnable {

    private static final String QUEUE = "provider.paul.quotes";

    /** Silence is over soon, and asked again for as long as a server may take to start. */
    private static final String TERMS =
            "\"timeout\":\"PT2S\",\"retry\":{\"attempts\":100,\"backoff\":\"PT0.2S\",\"multiplier\":1,"
                    + "\"maximum\":\"PT0.2S\",\"jitter\":0}";

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final ParleyServer server;
    private final Book book;
    private final AtomicBoolean enough;
    private @Nullable JmsProvider paul;
    private int requests;
    private int answers;

    /**
     * @param book where it writes down what it was asked
     * @param enough whether nobody asks any more
     */
    Provider(ParleyServer server, Book book, AtomicBoolean enough) {
        this.server = server;
        this.book = book;
        this.enough = enough;
    }

    /** Has it entered into the server's directory. */
    void enter() {
        var entered = new HttpParticipant(server, server.olga())
                .operation(Errand.QUOTE.operation())
                .put("{\"provider\":{\"queue\":\"" + QUEUE + "\"}," + TERMS + "}")
                .send();
        if (entered.status() != 201) {
            throw new AssertionError("Not entered: " + entered);
        }
    }

    @Override
    public void run() {
        while (!enough.get()) {
            try {
                connect().poll(A_MOMENT).ifPresent(this::answer);
            } catch (RuntimeException | AssertionError e) {
                // The server is down, or went down: that is what this is about.
                disconnect();
                Load.goOn(A_MOMENT);
            }
        }
        disconnect();
    }

    private JmsProvider connect() {
        JmsProvider connected = paul;
        if (connected == null) {
            connected = new JmsProvider(server, QUEUE);
            paul = connected;
        }
        return connected;
    }

    private void answer(Asked asked) {
        requests++;
        book.provides(Json.parse(asked.text()).path("item").asText(), String.valueOf(asked.messageId()));
        switch (requests % 5) {
            case 3 -> {
                // silence
            }
            case 0 -> {
                reply(asked);
                reply(asked);
            }
            default -> reply(asked);
        }
    }

    private void reply(Asked asked) {
        answers++;
        connect().reply(asked, Json.object("price", answers));
    }

    private void disconnect() {
        JmsProvider broken = paul;
        paul = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (RuntimeException | AssertionError e) {
                // broken indeed
            }
        }
    }
}
