package dev.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server's process stands still, with requests at work and in its queues, for longer than they may take. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares
class ServerStandsStillIT {

    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SOME = 12;

    private ParleyServer server;
    private Probe probe;

    @BeforeEach
    void start() {
        server = ParleyServer.fresh("still").with(Probe.archive());
        probe = new Probe(server);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void untilDeadlinesHavePassedAndWhatHasExpiredHasHadNoEffect() {
        var http = new HttpParticipant(server, server.alice());
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            List<String> overJms = ids("jms");
            overJms.forEach(id -> bob.send(courier(id, 2)));
            Map<String, URI> overHttp = new HashMap<>();
            ids("http").forEach(id -> overHttp.put(id, ask(http, id)));

            server.freeze();
            await().pollDelay(DEADLINE.plusSeconds(2)).atMost(PATIENCE).until(() -> true);
            server.thaw();

            String after = Samples.fresh("after");
            bob.send(courier(after, 0).timeToLive(PATIENCE));
            Map<String, Answer> answers = new HashMap<>();
            for (int i = 0; i <= SOME; i++) {
                Answer answer = bob.replies().next(PATIENCE);
                assertThat(answers.put(String.valueOf(answer.correlationId()), answer))
                        .isNull();
            }

            assertThat(answers.remove(after).kind()).isEqualTo("Reply");
            assertThat(answers).containsOnlyKeys(overJms);
            answers.forEach((id, answer) -> {
                if (answer.kind().equals("Fault")) {
                    assertThat(answer.problem()).isEqualTo("urn:parley:fault:expired");
                }
                assertThat(effects(id))
                        .as(answer.text())
                        .isEqualTo(answer.kind().equals("Reply") ? 1 : 0);
            });
            assertThat(bob.replies().poll(Duration.ofSeconds(1))).isEmpty();
            overHttp.forEach((id, location) -> {
                HttpAnswer ended = http.awaitFinal(location, PATIENCE);
                assertThat(ended.conversationStatus()).isIn("EXPIRED", "SUCCEEDED");
                assertThat(effects(id))
                        .as(ended.text())
                        .isEqualTo(ended.conversationStatus().equals("SUCCEEDED") ? 1 : 0);
            });
            assertThat(probe.number("select count(*) from parley_conversation where status = 'EXPIRED'"))
                    .as("what could not be done in time")
                    .isPositive();
        }
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
    }

    private static List<String> ids(String prefix) {
        return IntStream.range(0, SOME).mapToObj(i -> Samples.fresh(prefix)).toList();
    }

    private static JmsRequest courier(String id, int seconds) {
        return JmsRequest.to(Samples.BOOK_COURIER)
                .text(Samples.courier(seconds))
                .messageId(id)
                .correlationId(id)
                .timeToLive(DEADLINE);
    }

    private static URI ask(HttpParticipant http, String id) {
        return http.operation(Samples.BOOK_COURIER)
                .body(Samples.courier(2))
                .key(id)
                .query("deadline", DEADLINE.toString())
                .send()
                .location();
    }

    private int effects(String messageId) {
        return probe.number("select count(*) from ordering_effect where message_id = '" + messageId + "'");
    }
}
