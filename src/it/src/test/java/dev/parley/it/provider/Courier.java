package dev.parley.it.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider that registers itself: petra's, with a queue of its own. It lives whenever it is told to. */
final class Courier implements AutoCloseable {

    private static final Duration A_BIT = Duration.ofMillis(50);

    private final ParleyServer server;
    private final HttpParticipant petra;
    private final JmsProvider provider;
    private @Nullable URI grant;
    private int served;

    Courier(ParleyServer server, String queue) {
        this.server = server;
        petra = new HttpParticipant(server, server.petra());
        provider = new JmsProvider(server, queue);
    }

    String queue() {
        return provider.queue();
    }

    /** How many requests it has answered. */
    int served() {
        return served;
    }

    /** Asks for a grant of the pool. */
    void register(String pool) {
        HttpAnswer held = petra.call(server.http().resolve(ServerNames.API + "/pools/" + pool + "/grants"))
                .body("{\"pingTo\":\"queue:" + queue() + "\"}")
                .send();
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        grant = held.location();
    }

    /** Gives its grant back. */
    void leave() {
        assertThat(petra.call(grant()).delete().send().status()).isBetween(200, 204);
    }

    boolean isRegistered() {
        return petra.call(grant()).send().status() == 200;
    }

    private URI grant() {
        if (grant == null) {
            throw new AssertionError("Not registered");
        }
        return grant;
    }

    /** Answers what has come: a ping, or a request. */
    void live() {
        provider.poll(A_BIT).ifPresent(this::answer);
    }

    private void answer(Asked asked) {
        if ("Ping".equals(asked.kind())) {
            petra.call(URI.create(grant() + "/confirm"))
                    .body("{\"pingId\":\"" + asked.correlationId() + "\"}")
                    .send();
        } else if ("Request".equals(asked.kind())) {
            provider.reply(asked, "{\"by\":\"" + queue() + "\"}");
            served++;
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
