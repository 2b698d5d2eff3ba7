package dev.parley.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A WildFly with Parley and an application, in a process of its own, at ports that are free. */
public final class TestServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final int HTTP = 8080;
    private static final int MESSAGING = 5445;
    private static final List<Integer> PORTS = List.of(HTTP, 8443, 9990, 9993, 4712, 4713, MESSAGING);
    private static final int LAST_LINES = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestUsers users = new TestUsers();
    private final int offset = freeOffset();
    private final Prepared prepared;
    private final Path log;
    private final Process process;

    private TestServer(Prepared prepared) throws IOException {
        this.prepared = prepared;
        ServerDirectory.make(prepared, users);
        log = prepared.directory().resolve("server.log");
        process = launch();
        // A test process that gives up in the middle leaves no server behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts a server with nothing in its database and its queues, and returns when Parley answers. */
    static TestServer start(Prepared prepared) {
        try {
            TestServer server = new TestServer(prepared);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        String secret = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(
                prepared.wildfly().resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone-full.xml",
                "-Djboss.server.base.dir=" + prepared.directory(),
                "-Djboss.socket.binding.port-offset=" + offset,
                "-Dparley.database.password=" + secret,
                "-Dparley.cluster.password=" + secret);
        // It lives for a minute: what the second compiler makes of its code is not worth the time
        builder.environment()
                .put("JAVA_OPTS", "-Xmx768m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true");
        builder.environment().put("JBOSS_HOME", prepared.wildfly().toString());
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void awaitAnswer() {
        Instant end = Instant.now().plus(START);
        try {
            while (!isAnswering()) {
                if (!process.isAlive() || hasFailed() || Instant.now().isAfter(end)) {
                    String lines = lastLogLines();
                    close();
                    throw new IllegalStateException("The server does not start. The end of " + log + ":\n" + lines);
                }
                process.waitFor(250, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("Interrupted while the server starts", e);
        }
    }

    private boolean hasFailed() {
        return Files.exists(prepared.directory()
                .resolve("deployments")
                .resolve(prepared.ear().getFileName() + ".failed"));
    }

    private boolean isAnswering() throws InterruptedException {
        HttpRequest request = as("alice", "conversations?limit=1")
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where Parley is over HTTP: {@code http://127.0.0.1:PORT/parley/v1/}. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + (HTTP + offset) + "/parley/v1/");
    }

    /** Where Core, AMQP and STOMP are spoken, on 127.0.0.1. */
    public int messagingPort() {
        return MESSAGING + offset;
    }

    /** The password of alice or bob, who are participants, paul, a provider, or olga, an operator. */
    public String password(String user) {
        return users.password(user);
    }

    /** A request of that user to a path below {@link #api}. */
    public HttpRequest.Builder as(String user, String path) {
        return HttpRequest.newBuilder(api().resolve(path)).header("Authorization", users.basic(user));
    }

    /**
     * Asks for an operation as alice, and waits up to 20 seconds for what becomes of it.
     *
     * @param body JSON text
     * @param key the idempotency key
     * @return the conversation, or the problem
     */
    public HttpResponse<String> ask(String operation, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest request = as("alice", "operations/" + operation)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + key + '"')
                .header("Prefer", "wait=20")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** The end of its log, for people. */
    public String lastLogLines() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once: nobody looks at what it leaves. */
    @Override
    public void close() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            // Below the ephemeral ports
            int offset = ThreadLocalRandom.current().nextInt(1_000, 20_000);
            if (PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("No free ports found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
