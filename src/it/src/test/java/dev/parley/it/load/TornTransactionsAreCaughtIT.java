package dev.parley.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.crash.CrashPoint;
import dev.parley.it.crash.Fuse;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The negative control of the kills: on a server whose database is outside the transactions the same kill must lose a
 * request, and the same checker must say so. The same kill of a server that is set up as it should be loses nothing:
 * see {@code ServerDiesInATransactionIT}.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 70)
class TornTransactionsAreCaughtIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String id = Samples.fresh("torn");
    private final String queue = Samples.freshReplyQueue("alice");
    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;
    private Load load;

    @BeforeEach
    void startWithTheDatabaseOutside() {
        assumeTrue(Delivery.chosen() == Delivery.XA, "An outbox is made for a database outside the transactions");
        server = ParleyServer.fresh("torn").with(Probe.archive()).withDatabaseOutsideTransactions();
        fuse = new Fuse(server);
        probe = new Probe(server);
        load = new Load(server, probe);
        server.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            load.close();
            server.close();
        }
    }

    @Test
    void acknowledgedRequestIsLost() {
        assertThat(orderOverHttp()).isEqualTo("SUCCEEDED"); // it works, as long as nothing dies
        fuse.light(Transaction.REQUEST, CrashPoint.BEFORE_PREPARE);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            load.book().asks("alice", id);
            alice.send(JmsRequest.to(Samples.PLACE_ORDER)
                    .text(Samples.order())
                    .messageId(id)
                    .correlationId(id)
                    .replyTo(queue)
                    .acknowledge());
            load.book().acknowledged(id);
            server.awaitEnd(PATIENCE);
        }
        fuse.startAgain();

        readAnswersUntilNothingIsLeftToDo();

        Violations violations = Violations.of(load.evidence());
        assertThat(violations.lost()).containsExactly(id);
    }

    private String orderOverHttp() {
        var alice = new HttpParticipant(server, server.alice());
        String warmUp = Samples.fresh("warm-up");
        load.book().asks("alice", warmUp);
        var ended = alice.awaitFinal(alice.operation(Samples.PLACE_ORDER)
                .body(Samples.order())
                .key(warmUp)
                .send()
                .location());
        load.book().replied("alice", warmUp, ended.json().path("reply").toString());
        return ended.conversationStatus();
    }

    private void readAnswersUntilNothingIsLeftToDo() {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            Answer ack = replies.next();
            assertThat(ack.kind()).isEqualTo("Ack");
            await("Parley has nothing left to do")
                    .atMost(PATIENCE)
                    .until(() -> probe.messages(ServerNames.REQUESTS) == 0 && probe.messages(ServerNames.WORK) == 0);
            Optional<Answer> more = replies.poll(Duration.ofSeconds(2));
            more.ifPresent(answer -> load.book().replied("alice", answer.correlationId(), answer.text()));
        }
    }
}
