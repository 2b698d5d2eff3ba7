package dev.parley.it.begin;

import static org.awaitility.Awaitility.await;

import dev.parley.it.server.PortOffset;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command {@code run} of a new project: it prepares a WildFly, and runs the application in it until it is closed.
 */
final class RunCommand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path project;
    private final Path log;
    private final int offset = PortOffset.free();
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    RunCommand(BuildOfItsOwn build, Path project) throws IOException {
        this.project = project;
        this.log = project.resolve("run.log");
        this.process = build.program(project, "bash", "run", String.valueOf(offset))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Waits until the operation is served, and asks it, under a key. */
    HttpResponse<String> ask(String operation, String body, String key) throws IOException, InterruptedException {
        await("the operation is served").atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It has ended: " + Files.readString(log));
            }
            return Files.readString(log)
                    .lines()
                    .anyMatch(line -> line.contains("Methods serve ") && line.contains(operation));
        });
        URI uri = URI.create(
                "http://localhost:" + (ServerNames.HTTP_PORT + offset) + ServerNames.API + "/operations/" + operation);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", new User("alice", password("alice"), "").basic())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + key + "\"")
                .header("Prefer", "wait=10")
                .POST(BodyPublishers.ofString(body))
                .build();
        await("it answers")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send(request).statusCode() < 300);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private String password(String user) throws IOException {
        String line = user + "_password=";
        try (Stream<String> lines = Files.lines(project.resolve(".server/credentials"))) {
            return lines.filter(each -> each.startsWith(line))
                    .map(each -> each.substring(line.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Ends the server, which is a child of the command. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while the server ends", e));
        }
    }
}
