package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Who scrapes a server, and asks for its health, every five seconds. */
final class Watcher implements AutoCloseable {

    private static final long INTERVAL = 5;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<HttpRequest> questions;

    /** @param port the management interface of the server */
    Watcher(int port) {
        questions = List.of(question(port, "/prometheus"), question(port, "/health"));
    }

    private static HttpRequest question(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
    }

    void begin() {
        var unused = clock.scheduleWithFixedDelay(this::ask, INTERVAL, INTERVAL, TimeUnit.SECONDS);
    }

    /** While the server starts nobody answers. */
    private void ask() {
        for (HttpRequest question : questions) {
            try {
                HttpResponse<Void> answer = client.send(question, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == OK) {
                    answered.incrementAndGet();
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Fails if nobody was watched: then nothing was measured of it. */
    void check() {
        if (answered.get() == 0) {
            throw new IllegalStateException("Neither metrics nor health of the server were answered");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
