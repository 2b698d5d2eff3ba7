package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cooper's delivery service: it solicits three couriers, over JMS and by mail, and takes the best offer of the two who
 * care.
 */
@Tag(Once.TAG)
class CouriersOfferIT extends TopicTest {

    private static final Path COURIER = Path.of("..", "examples", "ordering", "src", "client", "Courier.java");

    @TempDir
    Path folder;

    CouriersOfferIT(ParleyServer server) {
        super(server);
    }

    /** The courier of the examples, as it stands there: bob, whose vans cost 12. */
    private Process courier(Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        COURIER.toString(),
                        server.bob().name(),
                        server.bob().password(),
                        "12",
                        "tcp://127.0.0.1:" + server.messagingPort())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    @Test
    void theCheapestIsTaken() throws IOException {
        topic.define("exchange", "out-in", "subscribers", ANYBODY);
        Mailbox mailbox = olga.mailbox(fresh("vans")).define();
        topic.seenBy(bob).subscribe("bob", "to", "queue:reply.bob.deliveries");
        topic.seenBy(olga).subscribe("olga", "to", "mailbox:" + mailbox.name());
        topic.subscribe("alice", "to", "queue:" + freshReplyQueue("alice"));
        Path out = folder.resolve("courier.txt");
        Process courier = courier(out);
        try {
            await("the courier").atMost(Duration.ofSeconds(60)).until(() -> Files.readString(out)
                    .contains("waiting for deliveries"));
            HttpAnswer solicited = alice.call(server.http().resolve(ServerNames.API + "/gatherings"))
                    .body("{\"to\":{\"topic\":\"" + topic.name()
                            + "\"},\"request\":{\"from\":\"Bremen\",\"to\":\"Kiel\"},"
                            + "\"complete\":\"quorum:2\",\"take\":\"least:/price\",\"deadline\":\"PT1M\"}")
                    .send();
            assertThat(solicited.status()).as(solicited.toString()).isEqualTo(202);
            Mail mail = mailbox.next();
            HttpAnswer offered = mailbox.at("locks/" + mail.lock() + "/reply")
                    .body("{\"body\":{\"price\":9}}")
                    .send();
            assertThat(offered.status()).as(offered.toString()).isEqualTo(201);

            JsonNode reply = alice.awaitFinal(solicited.location()).json().path("reply");
            assertThat(reply.path("answers").findValuesAsText("from")).containsExactlyInAnyOrder("bob", "olga");
            assertThat(reply.path("missing").path(0).asText())
                    .as("who says nothing")
                    .isEqualTo("alice");
            assertThat(reply.path("missing")).hasSize(1);
            assertThat(reply.path("complete").asText()).isEqualTo("quorum:2");
            assertThat(reply.path("taken").path("from").asText()).isEqualTo("olga");
            assertThat(reply.path("taken").path("reply").path("price").asInt()).isEqualTo(9);
            assertThat(Files.readString(out)).contains("solicited " + topic.name());
        } finally {
            courier.destroyForcibly();
            topic.seenBy(bob).subscription("bob").delete().send();
        }
    }
}
