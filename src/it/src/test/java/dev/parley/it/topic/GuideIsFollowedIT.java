package dev.parley.it.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.NodeLibraries;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the receivers of the guide as they stand there. */
@Tag(Once.TAG)
class GuideIsFollowedIT extends TopicTest {

    private static final Path GUIDE = Path.of("..", "docs", "webhooks.md");

    @TempDir
    Path folder;

    private String libraries = "";

    GuideIsFollowedIT(ParleyServer server) {
        super(server);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path code(String language, String file) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).as(language).isTrue();
        return Files.writeString(folder.resolve(file), block.group(1));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isThere(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void follow(String... command) throws Exception {
        int port = freePort();
        open().seenBy(bob).subscribe("hook", "to", "http://localhost:" + port + "/");
        String secret =
                topic.seenBy(bob).secret("hook").send().json().path("secret").asText();
        Path out = folder.resolve("out");
        Process receiver = start(out, port, secret, command);
        try {
            await("the receiver").atMost(Duration.ofSeconds(60)).until(() -> isThere(port));
            topic.publish("total", 5);
            topic.await("hook", view -> view.path("delivered").asInt() == 1);
            await("what it prints").until(() -> printed(out));
        } finally {
            receiver.destroyForcibly();
        }
    }

    private Process start(Path out, int port, String secret, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("WEBHOOK_SECRET", secret);
        builder.environment().put("NODE_PATH", libraries);
        return builder.start();
    }

    private boolean printed(Path out) throws IOException {
        return Files.readAllLines(out).stream()
                .anyMatch(line -> line.contains(topic.name()) && line.contains("{\"total\":5}"));
    }

    @Test
    void inJava() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        follow(java, code("java", "Receiver.java").toString());
    }

    @Test
    void inPython() throws Exception {
        assumeTrue(succeeds("python3", "--version"), "There is no python3");
        follow("python3", code("python", "receiver.py").toString());
    }

    @Test
    void inJavaScriptWithTheLibrary() throws Exception {
        libraries = NodeLibraries.folder().toString();
        follow("node", code("javascript", "receiver.js").toString());
    }
}
