package dev.parley.it.crash;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@InShares
class ServerIsKilledIT {

    private static final int QUICK = 15;
    private static final int SLOW = 3;

    /** Where an operation runs that nothing is known of yet. */
    private static final String ISOLATED_WORK =
            "/subsystem=messaging-activemq/server=default/jms-queue=parley.work.isolated:";

    private ParleyServer server;

    @BeforeEach
    void startServer() {
        server = ParleyServer.startFresh("killed");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void answersWhatItAcknowledgedAndDoesItOnce() {
        HttpParticipant http = new HttpParticipant(server, server.alice());
        String queue = freshReplyQueue("alice");
        Map<String, String> conversationsByKey = new LinkedHashMap<>();
        Set<String> sent = new HashSet<>();
        acceptAndLoseTheWork(http, conversationsByKey);
        try (JmsParticipant jms = JmsParticipant.core(server, server.alice())) {
            // The slow ones run when the server is killed, and the others are at every stage before and after.
            for (int i = 0; i < SLOW; i++) {
                accept(http, BOOK_COURIER, courier(2), conversationsByKey);
                sent.add(send(jms, BOOK_COURIER, courier(2), queue));
            }
            for (int i = 0; i < QUICK; i++) {
                accept(http, PLACE_ORDER, order(), conversationsByKey);
                sent.add(send(jms, PLACE_ORDER, order(), queue));
            }
        }
        server.kill();
        markTheDiskAsFull();
        server.start();

        conversationsByKey.forEach((key, conversation) -> assertThatItSucceeded(http, conversation));
        List<String> answered = answered(queue, sent);
        if (Delivery.chosen() == Delivery.OUTBOX) {
            // Killed between the commits of its rows and of its receipt, a request is answered again, under the same
            // id.
            assertThat(new HashSet<>(answered)).isEqualTo(sent);
        } else {
            assertThat(answered).containsExactlyInAnyOrderElementsOf(sent);
        }
        HttpParticipant olga = new HttpParticipant(server, server.olga());
        List<String> all = new ArrayList<>(conversationsByKey.keySet());
        all.addAll(sent);
        assertThat(all).allSatisfy(id -> assertThat(Samples.effects(olga, id)).isEqualTo(1));
        await("that it says what it has done")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.logged("accepted and not done has been sent again")
                                .size()
                        == 1);
        assertThat(mark()).doesNotExist();
    }

    /** As a broker does that could not write where its page files are. */
    private void acceptAndLoseTheWork(HttpParticipant http, Map<String, String> conversationsByKey) {
        server.manage(ISOLATED_WORK + "pause");
        accept(http, PLACE_ORDER, order(), conversationsByKey);
        server.manage(ISOLATED_WORK + "remove-messages", ISOLATED_WORK + "resume");
        String lost = conversationsByKey.values().iterator().next();
        assertThat(http.conversation(lost).send().conversationStatus()).isEqualTo("ACCEPTED");
    }

    private void markTheDiskAsFull() {
        try {
            Files.createFile(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return server.directory().resolve("data").resolve("parley-disk-was-full");
    }

    private static void accept(
            HttpParticipant http, String operation, String body, Map<String, String> conversationsByKey) {
        String key = fresh("http");
        HttpAnswer accepted = http.operation(operation).body(body).key(key).send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        conversationsByKey.put(key, accepted.conversationId());
    }

    /** The id is the message's and, so that answers can be told apart, the correlation's. */
    private static String send(JmsParticipant jms, String operation, String body, String queue) {
        String id = fresh("jms");
        jms.send(JmsRequest.to(operation)
                .text(body)
                .messageId(id)
                .correlationId(id)
                .replyTo(queue));
        return id;
    }

    private void assertThatItSucceeded(HttpParticipant http, String conversation) {
        HttpAnswer ended = http.awaitFinal(http.conversationAt(conversation), Duration.ofSeconds(60));
        assertThat(ended.conversationStatus()).as(ended.toString()).isEqualTo("SUCCEEDED");
    }

    /** The correlation ids of all replies, until none is missing, and of those that come after that. */
    private List<String> answered(String queue, Set<String> expected) {
        List<String> correlationIds = new ArrayList<>();
        try (JmsParticipant jms = JmsParticipant.core(server, server.alice())) {
            var replies = jms.listen(queue);
            while (!correlationIds.containsAll(expected)) {
                Answer reply = replies.next(Duration.ofSeconds(60));
                assertThat(reply.kind()).isEqualTo("Reply");
                correlationIds.add(reply.correlationId());
            }
            replies.poll(Duration.ofSeconds(1)).map(Answer::correlationId).ifPresent(correlationIds::add);
        }
        return correlationIds;
    }
}
