package dev.parley.bench.slip;

import dev.parley.bench.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Camel, in a process of its own, on the broker of the server. */
final class Camel implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long END_SECONDS = 30;
    private static final String SESSIONS = System.getProperty("bench.camel.sessions", "8");

    private final Path log;
    private final Process process;

    Camel(Server server) throws IOException {
        this.log = Path.of(System.getProperty("bench.work"), "camel.log");
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms512m",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("bench.camel") + "/*",
                        System.getProperty("bench.camel.source"),
                        String.valueOf(server.messagingPort()),
                        Server.USER,
                        server.password(),
                        String.valueOf(SlipSide.STOPS),
                        SESSIONS)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Waits until it takes messages. */
    void awaitStart() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!Files.readString(log).contains("started")) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("Camel did not start, see " + log);
            }
            Thread.sleep(20);
        }
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
