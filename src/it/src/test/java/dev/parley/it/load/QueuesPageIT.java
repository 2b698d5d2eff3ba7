package dev.parley.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.InShares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * More messages than the broker keeps in memory, in each of the queues they come through, and the server is killed on
 * the way.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 95)
class QueuesPageIT {

    private static final int REQUESTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BROKER = "/subsystem=messaging-activemq/server=default/";

    private final String queue = Samples.freshReplyQueue("alice");
    private final String longName = "x".repeat(100);
    private ParleyServer server;
    private Probe probe;
    private Load load;

    @BeforeEach
    void startWithLittleMemory() {
        server = ParleyServer.fresh("paging").with(Probe.archive());
        probe = new Probe(server);
        load = new Load(server, probe);
        server.start();
        server.manage(
                little("parley.requests"),
                little("parley.work"),
                little("parley.work.#"),
                little("reply.#"),
                BROKER + "jms-queue=parley.requests:pause");
    }

    @AfterEach
    void stop() {
        load.close();
        server.close();
    }

    private static String little(String address) {
        String change = BROKER + "address-setting=jms.queue." + address + ":write-attribute";
        return change + "(name=page-size-bytes, value=10240)," + change + "(name=max-size-bytes, value=20480)";
    }

    @Test
    void whatIsPagedTakesEffectOnceAcrossKills() throws IOException {
        Set<String> sent = sendAll();
        assertThat(pages()).isPositive();
        server.kill();
        server.start(); // and the queue is not paused any more
        await("a part is done").atMost(PATIENCE).until(() -> effects() > REQUESTS / 10);
        server.kill();
        server.start();

        readAll(sent);

        Evidence evidence = load.evidence();
        Violations violations = Violations.of(evidence);
        assertThat(violations.total()).as(violations.toString()).isZero();
        assertThat(evidence.effects()).hasSize(REQUESTS);
        assertThat(probe.messages(ServerNames.DEAD)).isZero();
    }

    private Set<String> sendAll() {
        Set<String> sent = new HashSet<>();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            for (int i = 0; i < REQUESTS; i++) {
                String id = Samples.fresh("paged");
                load.book().asks("alice", id);
                alice.send(i % 2 == 0 ? request(id) : request(id).acknowledge());
                load.book().acknowledged(id);
                sent.add(id);
            }
        }
        return sent;
    }

    private JmsRequest request(String id) {
        return JmsRequest.to(Samples.PLACE_ORDER)
                .text(Json.object("customer", longName, "item", longName, "quantity", 1))
                .messageId(id)
                .correlationId(id)
                .replyTo(queue);
    }

    /** All replies. What the broker delivers again after a kill is answered again, but never otherwise. */
    private void readAll(Set<String> sent) {
        Set<String> missing = new HashSet<>(sent);
        Map<String, String> replied = new HashMap<>();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            while (!missing.isEmpty()) {
                note(replies.next(PATIENCE), missing, replied);
            }
            replies.poll(Duration.ofSeconds(1)).ifPresent(answer -> note(answer, missing, replied));
        }
    }

    private void note(Answer answer, Set<String> missing, Map<String, String> replied) {
        if ("Reply".equals(answer.kind())) {
            String before = replied.put(answer.correlationId(), answer.messageId() + answer.text());
            assertThat(before).isIn(null, answer.messageId() + answer.text());
            if (before == null) {
                load.book().replied("alice", answer.correlationId(), answer.text());
            }
            missing.remove(answer.correlationId());
        }
    }

    private int effects() {
        return probe.number("select count(*) from ordering_effect");
    }

    /** Files into which the broker has paged. */
    private int pages() throws IOException {
        try (Stream<Path> files = Files.walk(server.directory().resolve("data/activemq/paging"))) {
            return (int) files.filter(file -> file.toString().endsWith(".page")).count();
        }
    }
}
