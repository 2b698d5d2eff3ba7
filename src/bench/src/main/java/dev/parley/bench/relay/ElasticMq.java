package dev.parley.bench.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ElasticMQ, in a process of its own, which begins with nothing. */
final class ElasticMq implements Host {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long END_SECONDS = 30;
    private static final String CONFIGURATION =
            """
            include classpath("application.conf")
            node-address { protocol = http, host = localhost, port = %1$d, context-path = "" }
            rest-sqs { enabled = true, bind-port = %1$d, bind-hostname = "127.0.0.1", sqs-limits = strict }
            rest-stats { enabled = false }
            queues-storage { enabled = false }
            messages-storage { enabled = %2$s, driver-class = "org.h2.Driver", uri = "jdbc:h2:%3$s", username = "", password = "" }
            """;

    private final RelaySide side;
    private final int port;
    private final Path log;
    private final Process process;

    /**
     * @param side the form of it
     * @param heap its memory, as Java is told it
     */
    ElasticMq(RelaySide side, String heap) throws IOException {
        this.side = side;
        this.port = freePort();
        Path directory = Files.createTempDirectory(Path.of(System.getProperty("bench.work")), "elasticmq-");
        this.log = directory.resolve("log");
        Path configuration = directory.resolve("elasticmq.conf");
        String database = directory.resolve("messages") + side.storage();
        Files.writeString(configuration, CONFIGURATION.formatted(port, side.stored(), database));
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-Dconfig.file=" + configuration,
                        "-cp",
                        System.getProperty("bench.elasticmq") + "/*",
                        "org.elasticmq.server.Main")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers. */
    void awaitStart() throws InterruptedException {
        long begin = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("ElasticMQ did not start, see " + log);
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try {
            make("first");
            return true;
        } catch (IOException | UncheckedIOException e) {
            // Nobody listens yet; awaitStart says so if that stays.
            return false;
        }
    }

    @Override
    public RelaySide side() {
        return side;
    }

    @Override
    public void make(String mailbox) throws IOException {
        try (SqsClient client = new SqsClient(port)) {
            client.make(mailbox);
        }
    }

    @Override
    public Client connect() {
        return new SqsClient(port);
    }

    @Override
    public boolean fill(String mailbox, int messages) throws InterruptedException {
        return new Filling(this, mailbox).send(messages);
    }

    @Override
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public int threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return (int) threads.count();
        }
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
