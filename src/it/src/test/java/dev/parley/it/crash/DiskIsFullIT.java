package dev.parley.it.crash;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a server keeps is on a disk that is full one day. When there is room again it goes on, or starts anew, by
 * itself. Only root can make a small disk: for others there is no such test.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 90)
class DiskIsFullIT {

    private static final String BROKER = "/subsystem=messaging-activemq/server=default";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FULL = Duration.ofSeconds(60);

    /** Less than what the broker keeps in a file of its own, so that its journal grows. */
    private static final int PADDING = 90_000;

    private final Map<String, String> accepted = new LinkedHashMap<>();
    private ParleyServer server;
    private HttpParticipant alice;
    private Path disk;

    @BeforeEach
    void startOnASmallDisk() throws IOException, InterruptedException {
        server = ParleyServer.fresh("disk");
        alice = new HttpParticipant(server, server.alice());
        disk = Files.createDirectories(server.directory().resolve("data"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=150m", "tmpfs", disk.toString()) == 0,
                "no small disk can be made here");
        server.start();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        server.close();
        command("umount", "-l", disk.toString());
    }

    @Test
    void itComesBackWhenThereIsRoomAndWhatWasAcceptedIsDoneOnce() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            ask();
        }
        Path filling = fill();
        askWhileItIsFull();
        Files.delete(filling);

        if (isBrokerLost()) {
            await("the end of the process that had lost its broker")
                    .atMost(PATIENCE)
                    .until(() -> !server.logged("There is room on the disk of the broker")
                            .isEmpty());
        }
        await("a request that is taken").atMost(PATIENCE).until(this::ask);
        accepted.forEach((key, conversation) -> {
            assertThat(end(conversation).conversationStatus())
                    .as(() -> whatIsSeenOf(conversation))
                    .isEqualTo("SUCCEEDED");
            assertThat(Samples.effects(alice, key))
                    .as(() -> whatIsSeenOf(conversation))
                    .isEqualTo(1);
        });
        if (isBrokerLost()) {
            await("that what the broker may have lost was sent again")
                    .atMost(PATIENCE)
                    .until(() -> !server.logged("accepted and not done has been sent again")
                            .isEmpty());
        }
    }

    private HttpAnswer end(String conversation) {
        try {
            return alice.awaitFinal(alice.conversationAt(conversation), PATIENCE);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(whatIsSeenOf(conversation), never);
        }
    }

    /** For whoever looks why it was not done: the conversation, what is in doubt, and what the log says since. */
    private String whatIsSeenOf(String conversation) {
        HttpParticipant olga = new HttpParticipant(server, server.olga());
        return String.join(
                "\n",
                "Conversation: " + olga.conversation(conversation).send(),
                "Messages: " + olga.messages(conversation).send(),
                "In doubt in the broker: " + server.managed(BROKER + ":list-prepared-transactions"),
                "Work: " + server.managed(BROKER + "/jms-queue=parley.work:read-resource(include-runtime=true)"),
                "Work alone: "
                        + server.managed(
                                BROKER + "/jms-queue=parley.work.isolated:read-resource(include-runtime=true)"),
                "Records of the coordinator: " + records(),
                "Warnings since the last start:",
                String.join("\n", server.complaints()));
    }

    private String records() {
        try (Stream<Path> files = Files.walk(disk.resolve("tx-object-store"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName() + " " + file.toFile().length())
                    .collect(Collectors.joining(", "));
        } catch (IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    private void askWhileItIsFull() {
        Instant end = Instant.now().plus(FULL);
        Thread padding = new Thread(this::fillTheJournal, "padding");
        padding.setDaemon(true); // the broker may let it wait
        padding.start();
        await("the broker's loss, or the end of the time that the disk is full")
                .atMost(FULL.plusSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    ask();
                    return isBrokerLost() || Instant.now().isAfter(end);
                });
    }

    private void fillTheJournal() {
        String text = "{\"padding\": \"" + "x".repeat(PADDING) + "\"}";
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            while (!isBrokerLost()) {
                bob.send(JmsRequest.to("nobody-serves-this").text(text).exchange("in-only"));
            }
        } catch (RuntimeException disconnected) {
            // that is what it is for
        }
    }

    private boolean isBrokerLost() {
        return !server.logged("The broker cannot write to its disk").isEmpty();
    }

    /** Whether a request was accepted; what could not be told is as if it had not been. */
    private boolean ask() {
        String key = fresh("order");
        try {
            HttpAnswer answer =
                    alice.operation(PLACE_ORDER).body(order()).key(key).send();
            if (answer.status() == 202) {
                accepted.put(key, answer.conversationId());
            }
            return answer.status() == 202;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private Path fill() throws IOException {
        Path filling = disk.resolve("filling");
        try (OutputStream out = Files.newOutputStream(filling)) {
            for (int size = 1024 * 1024; size >= 1024; size /= 1024) {
                writeUntilItIsFull(out, new byte[size]);
            }
        } catch (IOException full) {
            // closing it says so once more
        }
        return filling;
    }

    private static void writeUntilItIsFull(OutputStream out, byte[] piece) {
        try {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // that is what it is for
        }
    }

    private static int command(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
