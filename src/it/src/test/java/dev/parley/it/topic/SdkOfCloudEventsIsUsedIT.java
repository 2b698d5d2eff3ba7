package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Replies;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SDK for Java of CloudEvents publishes and receives: the program of the examples, as it stands there, with the jars
 * that the build has brought.
 */
@Tag(Once.TAG)
class SdkOfCloudEventsIsUsedIT extends TopicTest {

    private static final String JARS = System.getProperty("parley.it.cloudevents") + File.separator + "*";
    private static final Path PROGRAM = Path.of("..", "examples", "clients", "CloudEvents.java");

    @TempDir
    Path folder;

    SdkOfCloudEventsIsUsedIT(ParleyServer server) {
        super(server);
    }

    private Process program(Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", JARS, PROGRAM.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private static boolean isThere(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void inBothModesAndReadAgain() throws IOException, InterruptedException {
        int port = freePort();
        String queue = freshReplyQueue("alice");
        topic.define();
        topic.subscribe("queue", "to", "queue:" + queue);
        Path received = folder.resolve("received");
        Process receiver = program(received, "receive", String.valueOf(port));
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice())) {
            await("the receiver").atMost(Duration.ofSeconds(60)).until(() -> isThere(port));
            topic.subscribe("hook", "to", "http://localhost:" + port + "/");
            Replies events = alices.listen(queue);
            String id = fresh("order");
            Path published = folder.resolve("published");
            Process publisher = program(
                    published,
                    "publish",
                    server.http().toString(),
                    server.alice().name(),
                    server.alice().password(),
                    topic.name(),
                    id);
            assertThat(publisher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(published)).contains("202 ").doesNotContain("\"errors\"");

            for (String mode : List.of("-binary", "-structured")) {
                Answer event = events.next();
                assertThat(event.property("cloudEvents_id")).isEqualTo(id + mode);
                assertThat(event.property("cloudEvents_source")).isEqualTo("/shop");
                assertThat(event.property("cloudEvents_subject")).isEqualTo("4711");
                assertThat(event.property("cloudEvents_tenant")).isEqualTo("eu");
                assertThat(event.json().path("total").asInt()).isEqualTo(5);
            }
            topic.await("hook", view -> view.path("delivered").asInt() == 2);
            await("what it prints").until(() -> Files.readString(received).contains("-structured "));
            assertThat(Files.readAllLines(received))
                    .contains(
                            id + "-binary /shop order.placed 4711 eu {\"total\":5}",
                            id + "-structured /shop order.placed 4711 eu {\"total\":5}");
        } finally {
            receiver.destroyForcibly();
        }
    }
}
