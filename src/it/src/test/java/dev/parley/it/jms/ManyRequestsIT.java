package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnSharedServer
class ManyRequestsIT {

    private static final int SESSIONS = 4;
    private static final int PER_SESSION = 500;

    private final ParleyServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);

    ManyRequestsIT(ParleyServer server) {
        this.server = server;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void eachIsAnsweredOnceAndToItsRequester() throws ExecutionException, InterruptedException {
        List<Future<List<String>>> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(threads.submit(this::session));
        }

        List<String> orders = new ArrayList<>();
        for (Future<List<String>> session : sessions) {
            orders.addAll(session.get());
        }
        assertThat(orders).hasSize(SESSIONS * PER_SESSION).doesNotHaveDuplicates();
    }

    private List<String> session() {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < PER_SESSION; i++) {
                sent.add(alice.send(JmsRequest.to(PLACE_ORDER).text(order())));
            }
            List<String> answered = new ArrayList<>();
            List<String> orders = new ArrayList<>();
            for (int i = 0; i < PER_SESSION; i++) {
                Answer reply = alice.replies().next();
                answered.add(reply.correlationId());
                orders.add(reply.json().path("orderId").asText());
            }
            assertThat(answered).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(alice.replies().poll(Duration.ofMillis(200))).isEmpty();
            return orders;
        }
    }
}
