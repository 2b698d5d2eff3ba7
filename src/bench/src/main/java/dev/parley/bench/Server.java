package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that one side or both run on. {@code src/bench/run} has prepared its base directory. */
public final class Server implements AutoCloseable {

    /** A participant, who is all customers and holders. */
    public static final String USER = "alice";

    /** Who provides what is not on the server. */
    public static final String PROVIDER = "paul";

    private static final String OPERATOR = "olga";
    private static final String MANAGER = "bench";
    private static final String PARLEY = "parley.ear";
    private static final String BY_HAND = "byhand.war";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);
    private static final long KIBI = 1024;
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private final Path wildfly = path("bench.wildfly");
    private final Path archives = path("bench.archives");
    private final String name;
    private final Path base;
    private final Path log;
    private final int offset;
    private final String secret = System.getProperty("bench.secret", "");
    private final Supplier<Map<String, String>> database;
    private final Management management;
    private final OutboxDepth outbox;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Map<String, String> emptied = Map.of();
    private @Nullable Process process;

    /**
     * @param name its base directory, and where its log is
     * @param beside what it adds to the ports of the first server
     * @param database makes an empty database for each start, and says how the server finds it
     */
    Server(String name, int beside, Supplier<Map<String, String>> database) {
        this.name = name;
        this.base = path("bench.work").resolve(name);
        this.log = path("bench.work").resolve(name + ".log");
        this.offset = Integer.getInteger("bench.offset", 0) + beside;
        this.database = database;
        this.management = new Management(managementPort(), MANAGER, secret);
        this.outbox = new OutboxDepth(httpPort(), basicOfOperator());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Sets a property of its next start. */
    Server with(String property, String value) {
        settings.put(property, value);
        return this;
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is missing: start with src/bench/run");
        }
        return Path.of(value);
    }

    /** The password of all users. */
    public String password() {
        return secret;
    }

    /** The value of an Authorization header. */
    public String basic() {
        return basic(USER);
    }

    /** The same for an operator. */
    public String basicOfOperator() {
        return basic(OPERATOR);
    }

    private String basic(String user) {
        byte[] credentials = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Where it takes HTTP requests. */
    public int httpPort() {
        return 8080 + offset;
    }

    /** Where it takes JMS clients. */
    public int messagingPort() {
        return 5445 + offset;
    }

    /** Where its management interface is, with health and metrics. */
    int managementPort() {
        return 9990 + offset;
    }

    /** Its management interface. */
    public Management management() {
        return management;
    }

    /** Starts with nothing in its database and its queues, and with both sides deployed. */
    public void start() throws IOException, InterruptedException {
        startWith(List.of(PARLEY));
        Files.copy(archives.resolve(BY_HAND), deployments().resolve(BY_HAND), StandardCopyOption.REPLACE_EXISTING);
        await(() -> deployed(BY_HAND));
    }

    /** Starts with Parley only, or with nothing at all; answers how long it took. */
    Duration start(boolean parley) throws IOException, InterruptedException {
        return startWith(parley ? List.of(PARLEY) : List.of());
    }

    private Duration startWith(List<String> deployed) throws IOException, InterruptedException {
        for (String old : List.of("deployments", "data", "tmp", "log")) {
            delete(base.resolve(old));
        }
        Files.createDirectories(deployments());
        for (String archive : deployed) {
            Files.copy(archives.resolve(archive), deployments().resolve(archive));
        }
        emptied = database.get();
        Duration took = launched();
        for (String archive : deployed) {
            await(() -> deployed(archive));
        }
        return took;
    }

    /** Stops it, and starts it again with all that it has; answers how long the start took. */
    Duration restart() throws IOException, InterruptedException {
        close();
        return launched();
    }

    private Duration launched() throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        long begin = System.nanoTime();
        process = launch();
        await(() -> {
            String said = Files.readString(log);
            if (said.contains("WFLYSRV0026")) {
                throw new IllegalStateException("The server started with errors");
            }
            return said.contains("WFLYSRV0025");
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Path deployments() {
        return base.resolve("deployments");
    }

    private boolean deployed(String archive) {
        if (Files.exists(deployments().resolve(archive + ".failed"))) {
            throw new IllegalStateException(archive + " was not deployed");
        }
        return Files.exists(deployments().resolve(archive + ".deployed"));
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(wildfly.resolve("bin/standalone.sh").toString());
        command.addAll(List.of("-c", "standalone-full.xml"));
        command.add("-Djboss.server.base.dir=" + base);
        command.add("-Djboss.socket.binding.port-offset=" + offset);
        command.add("-Djboss.tx.node.id=bench-" + name);
        command.add("-Dparley.database.password=" + secret);
        command.add("-Dparley.cluster.password=" + secret);
        settings.forEach((property, value) -> command.add("-D" + property + "=" + value));
        emptied.forEach((property, value) -> command.add("-D" + property + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .put("JAVA_OPTS", "-Xms1g -Xmx1g -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true");
        builder.environment().put("JBOSS_HOME", wildfly.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        return builder.start();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("The server did not start, see " + log);
            }
            Thread.sleep(20);
        }
    }

    /**
     * Waits until a side has nothing more to do in these queues, and in its outbox, from which they are filled. The
     * less is left, the sooner it looks again, so that the end is seen within a millisecond or two, and looking takes
     * little of the server's time.
     */
    void awaitDone(Side side, List<String> queues) throws InterruptedException {
        if (side == Side.OUTBOX) {
            awaitNone(outbox::rows);
        }
        for (String queue : queues) {
            awaitEmpty(queue);
        }
    }

    /** Waits until a queue is empty, as {@code awaitDone} does. */
    public void awaitEmpty(String queue) throws InterruptedException {
        awaitNone(() -> management.messages(queue));
    }

    private static void awaitNone(LongSupplier left) throws InterruptedException {
        long now = left.getAsLong();
        while (now > 0) {
            Thread.sleep(Math.min(now, LONGEST_PAUSE_MILLIS));
            now = left.getAsLong();
        }
    }

    /** The Java process. */
    ProcessHandle java() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The server does not run");
        }
        try (Stream<ProcessHandle> children = running.descendants()) {
            return children.filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The processor time it has used so far. */
    public Duration processorTime() {
        return java().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of memory it occupies, as the system sees it. */
    long residentMemory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + java().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * KIBI;
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        // The script waits for the Java process, which is its child.
        List<ProcessHandle> all;
        try (Stream<ProcessHandle> children = running.descendants()) {
            all = new ArrayList<>(children.toList());
        }
        all.add(running.toHandle());
        all.forEach(ProcessHandle::destroy);
        all.forEach(Server::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
