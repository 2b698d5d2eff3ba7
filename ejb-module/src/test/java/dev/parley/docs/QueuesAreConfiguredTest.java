package dev.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What `configure.cli` says of one of Parley's queues, it says of all of them. */
class QueuesAreConfiguredTest {

    private static final String QUEUE = "server=default/jms-queue=parley.";

    private static List<String> queues() throws IOException {
        List<String> queues = lines().filter(line -> line.contains(QUEUE) && line.contains(":add("))
                .map(line -> line.substring(line.indexOf(QUEUE) + QUEUE.length(), line.indexOf(":add(")))
                .filter(queue -> !queue.equals("dead"))
                .toList();
        assertThat(queues).contains("requests", "slips");
        return queues;
    }

    @ParameterizedTest
    @MethodSource("queues")
    void whatHasNoQueueIsADeadLetter(String queue) throws IOException {
        String address = queue.startsWith("work.") ? "work.#" : queue;
        assertThat(lines())
                .anyMatch(line -> line.contains("address-setting=jms.queue.parley." + address + ":write-attribute")
                        && line.contains("send-to-dla-on-no-route, value=true"));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("").toAbsolutePath().getParent().resolve("src/main/cli/configure.cli"))
                .stream();
    }
}
