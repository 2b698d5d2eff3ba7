package dev.parley.it.http;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.EventStream;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server is suspended, as before an upgrade, while clients wait for what does not come. */
@Tag(Once.TAG)
class ServerIsSuspendedIT extends HttpTest {

    /** As long as clients wait, and as suspending may take. */
    private static final int LONG = 50;

    /** With the start of jboss-cli. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    ServerIsSuspendedIT(ParleyServer server) {
        super(server);
    }

    @AfterEach
    void goOn() {
        server.manage(":resume");
        await("Parley").atMost(PATIENCE).until(server::isAnswering);
    }

    @Test
    void whoWaitsIsAnsweredAtOnceAndItIsSuspendedSoon() {
        String process = fresh("process");
        HttpAnswer defined = olga.process(process)
                .put("{\"steps\":[{\"name\":\"wait\",\"wait\":\"PT1H\"}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        String there = alice.operation(process).body("{}").send().conversationId();
        Mailbox mailbox = alice.mailbox(fresh("mail")).define();
        CompletableFuture<HttpAnswer> accepted =
                alice.operation(process).body("{}").prefer("wait=" + LONG).sendLater();
        CompletableFuture<HttpAnswer> followed =
                alice.conversation(there).prefer("wait=" + LONG).sendLater();
        CompletableFuture<HttpAnswer> received =
                mailbox.reception().query("wait", "20").sendLater();
        long begun;
        try (EventStream announced = mailbox.stream()) {
            assertThat(announced.status()).isEqualTo(200);

            begun = System.nanoTime();
            server.manage(":suspend(suspend-timeout=" + LONG + ")");

            announced.end();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        HttpAnswer answer = accepted.join();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertIsToldToComeAgain(followed.join());
        assertIsToldToComeAgain(received.join());
    }

    private static void assertIsToldToComeAgain(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(answer.toString()).isPresent();
    }
}
