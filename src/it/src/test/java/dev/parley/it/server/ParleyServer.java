package dev.parley.it.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jspecify.annotations.Nullable;

/** A WildFly with Parley and the sample operations, that can be killed, and started again on the same data. */
public final class ParleyServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path directory;
    private final Path ear;
    private final ServerLog log;
    private final Database database;
    private final Map<String, String> properties;
    private final String serverConfig;
    private final Users users;
    private final List<String> javaOptions = new ArrayList<>(ServerNames.javaOptions());
    private final int offset = PortOffset.free();
    private final String secret = UUID.randomUUID().toString();
    private @Nullable Process process;

    private ParleyServer(
            String name, Database database, Map<String, String> properties, String serverConfig, Users users) {
        this.database = database;
        this.properties = new LinkedHashMap<>(properties);
        this.serverConfig = serverConfig;
        this.users = users;
        directory = ServerNames.work().resolve(name);
        ear = ServerNames.orderingEar();
        log = new ServerLog(ServerNames.work().resolve(name + ".log"));
        // A test process that gives up in the middle leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts a server with nothing in its database and its queues. */
    public static ParleyServer startFresh(String name) {
        ParleyServer server = fresh(name);
        server.start();
        return server;
    }

    /** Prepares a server with nothing in its database and its queues, which is not started yet. */
    public static ParleyServer fresh(String name) {
        return fresh(name, Database.chosen());
    }

    /**
     * The same, with a database in a process that no other server uses, as far as {@link #hasDatabaseProcess} there is
     * one.
     */
    public static ParleyServer freshWithDatabaseOfItsOwn(String name) {
        return fresh(name, Database.ofItsOwn(name));
    }

    /** The same, with a PostgreSQL that no other server uses, whatever was chosen for this run. */
    public static ParleyServer freshWithPostgreSqlOfItsOwn(String name) {
        return fresh(name, PostgreSql.ofItsOwn(name));
    }

    private static ParleyServer fresh(String name, Database database) {
        String serverConfig = Delivery.chosen().serverConfig(database);
        return new ParleyServer(name, database, database.makeFor(name), serverConfig, Users.fresh()).prepare();
    }

    /** Prepares a server on H2 that sends the spans of what it does to that collector, over HTTP and soon. */
    public static ParleyServer freshWithTraces(String name, String collector) {
        Database database = new H2();
        ParleyServer server = new ParleyServer(
                name, database, database.makeFor(name), ServerNames.TRACING_SERVER_CONFIG, Users.fresh());
        server.properties.put("parley.tracing.endpoint", collector);
        server.properties.put("parley.tracing.protocol", "http/protobuf");
        server.properties.put("parley.tracing.delay", "200");
        server.properties.put("parley.delivery", Delivery.XA.setting());
        return server.prepare();
    }

    /**
     * Prepares the first of several nodes: the one whose broker all use. They share a PostgreSQL, whatever was chosen
     * for this run.
     */
    public static ParleyServer freshNode(String name) {
        Database database = PostgreSql.shared();
        ParleyServer node =
                new ParleyServer(name, database, database.makeFor(name), database.serverConfig(), Users.fresh());
        return node.calledInTransactions(name).prepare();
    }

    /** Prepares another node, with the database, the broker and the users of this one. */
    public ParleyServer freshNodeBeside(String name) {
        ParleyServer node = new ParleyServer(name, database, properties, ServerNames.BROKERLESS_SERVER_CONFIG, users);
        node.properties.put("parley.broker.address", "127.0.0.1");
        node.properties.put("parley.broker.port", String.valueOf(messagingPort()));
        node.properties.put("parley.broker.user", users.node().name());
        node.properties.put("parley.broker.password", users.node().password());
        node.properties.put("parley.broker.stamps", "parley");
        return node.calledInTransactions(name).prepare();
    }

    private ParleyServer calledInTransactions(String name) {
        properties.put("jboss.tx.node.id", name);
        return this;
    }

    private ParleyServer prepare() {
        try {
            BaseDirectory.prepare(directory, ear, users.all());
            Files.deleteIfExists(log.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds an application of its own, next to Parley; it is there after the next start. */
    public ParleyServer with(Archive<?> application) {
        Path file = directory.resolve("deployments").resolve(application.getName());
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        return this;
    }

    /** Fills its database, which is empty, with what a script says; before the first start. */
    public ParleyServer withDatabaseFrom(String script) {
        database.run(script, directory, properties, secret);
        return this;
    }

    /** Delivers through an outbox, whatever was chosen for this run. */
    public ParleyServer withOutbox() {
        properties.put("parley.delivery", "outbox");
        return this;
    }

    /** Has another EAR with Parley in the place of the one with the sample operations. */
    public ParleyServer withEar(Path other) {
        try {
            Path deployments = directory.resolve("deployments");
            Files.copy(other, deployments.resolve(ear.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Takes Parley alone, without the sample operations, which want tables of their own. */
    public ParleyServer withoutSamples() {
        return withEar(ServerNames.ear());
    }

    /** Adds classes of an application to the EAR. */
    public ParleyServer withOperations(Class<?>... classes) {
        String name = ear.getFileName().toString();
        ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(ear.toFile())
                .as(EnterpriseArchive.class)
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "added.jar").addClasses(classes))
                .as(ZipExporter.class)
                .exportTo(directory.resolve("deployments").resolve(name).toFile(), true);
        return this;
    }

    /** Adds options of the Java process from the next start on. */
    public ParleyServer withJava(String... options) {
        javaOptions.addAll(List.of(options));
        return this;
    }

    /** Has it reach its database, which is a process, through a line that counts. */
    public DatabaseLine withDatabaseLine() {
        DatabaseLine line = new DatabaseLine(Integer.parseInt(properties.get("parley.database.port")));
        properties.put("parley.database.port", String.valueOf(line.port()));
        return line;
    }

    /** Makes H2 acknowledge before it writes, as it does by default; Parley is not configured so. */
    public ParleyServer withH2WriteDelay(int millis) {
        properties.put(
                "parley.database.url",
                "jdbc:h2:file:" + directory.resolve("data/parley/parley")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
                        + ";LOCK_TIMEOUT=10000;WRITE_DELAY=" + millis);
        return this;
    }

    /**
     * Takes the database out of the transactions, as it is when somebody sets up the data source by hand and not for
     * XA: what is written stays, whatever becomes of the messages. Parley is not configured so.
     */
    public ParleyServer withDatabaseOutsideTransactions() {
        ConfigurationFile.at(directory.resolve("configuration").resolve(serverConfig))
                .makeDataSourcePlain();
        return this;
    }

    /** Takes away who collects metrics, as on a server that was configured before there were any. */
    public ParleyServer withoutMetrics() {
        ConfigurationFile.at(directory.resolve("configuration").resolve(serverConfig))
                .takeMetricsAway();
        return this;
    }

    /**
     * Waits less where nobody but a test waits: before an operation that failed is called again, until metrics are
     * looked up, and for the head of a request that does not come.
     */
    public ParleyServer withShortPauses() {
        ConfigurationFile.at(directory.resolve("configuration").resolve(serverConfig))
                .redeliverWorkAfter(ServerNames.SHORT_PAUSE);
        return withJava("-Dparley.metrics.interval=PT1S", "-Dparley.http.head=4000");
    }

    /** The password of what belongs to the broker's cluster, if it had one. */
    public String clusterPassword() {
        return secret;
    }

    public User alice() {
        return users.alice();
    }

    public User bob() {
        return users.bob();
    }

    public User olga() {
        return users.olga();
    }

    /** Provides operations over JMS. */
    public User paul() {
        return users.paul();
    }

    /** Provides operations, and registers for that herself. */
    public User petra() {
        return users.petra();
    }

    /** Has the role of other nodes that use the broker. */
    public User node() {
        return users.node();
    }

    /** The lines of its log that contain this text. */
    public List<String> logged(String text) {
        return log.lines(text);
    }

    /** Where HTTP is spoken. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + httpPort());
    }

    public int httpPort() {
        return ServerNames.HTTP_PORT + offset;
    }

    public int httpsPort() {
        return ServerNames.HTTPS_PORT + offset;
    }

    /** Where the server is managed and tells its health. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + (ServerNames.MANAGEMENT_PORT + offset));
    }

    /** Where Core, AMQP and STOMP are spoken. */
    public int messagingPort() {
        return ServerNames.MESSAGING_PORT + offset;
    }

    /** Starts on the data that is there, and returns when Parley answers. */
    public void start() {
        begin();
        try {
            await("Parley answers at " + http())
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(250))
                    .until(this::isAnsweringOrFailed);
        } catch (RuntimeException e) {
            System.err.println(lastLogLines());
            kill();
            throw new IllegalStateException("The server does not start: " + log.lastError() + ", see " + log.file(), e);
        }
    }

    /** Starts on the data that is there, and returns at once. */
    public void begin() {
        if (isRunning()) {
            throw new IllegalStateException("The server runs already");
        }
        try {
            // What an earlier start has left says nothing of this one.
            Files.deleteIfExists(markOfFailure());
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once (SIGKILL), wherever it is. */
    public void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ParleyServer::awaitEnd);
        process = null;
    }

    /** Stops as an operator would, and returns when the process has ended. */
    void stop() {
        Process running = process;
        if (running != null) {
            // The script ends when the Java process has.
            running.descendants().forEach(ProcessHandle::destroy);
            awaitEnd(Duration.ofMinutes(3));
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Waits until the process has ended by itself. */
    public void awaitEnd(Duration patience) {
        await("the end of the server's process").atMost(patience).until(() -> !isRunning());
    }

    /** Where the server keeps its files. */
    public Path directory() {
        return directory;
    }

    /** A query for the number of transactions that its database has prepared and not ended. */
    public String countInDoubt() {
        return database.countInDoubt();
    }

    /** Whether the database is a process that can be killed without the server. */
    public static boolean hasDatabaseProcess() {
        return Database.isPostgreSql();
    }

    /** Ends the database's process at once (SIGKILL); the server goes on. */
    public void killDatabase() {
        database.kill();
    }

    /** Starts the database's process on the same files. */
    public void startDatabase() {
        database.start();
    }

    /** Starts it on the same files so that it prepares no transactions, as one is that nobody has configured. */
    public void startDatabaseAsItComes() {
        database.startAsItComes();
    }

    /** Refuses Parley's user at the database. */
    public void lockOutOfDatabase() {
        database.admit(false);
    }

    /** Lets that user log in again. */
    public void letIntoDatabase() {
        database.admit(true);
    }

    /** Stops the database's process where it is (SIGSTOP), with its connections open. */
    public void freezeDatabase() {
        database.signal(Signal.STOP);
    }

    /** Lets it go on (SIGCONT). */
    public void thawDatabase() {
        database.signal(Signal.CONT);
    }

    /** Executes management commands on the server while it runs, as an operator would. */
    public void manage(String... commands) {
        ManagementCli.run(management(), directory.resolveSibling(directory.getFileName() + "-cli.log"), commands);
    }

    /** What a management command has answered, or why it has not: for people. */
    public String managed(String command) {
        return ManagementCli.answer(
                management(), directory.resolveSibling(directory.getFileName() + "-cli.log"), command);
    }

    /** Removes a user, as an operator would. */
    public void forget(User user) {
        Path file = directory.resolve("configuration/application-users.properties");
        try (Stream<String> lines = Files.lines(file)) {
            List<String> others =
                    lines.filter(line -> !line.startsWith(user.name() + "=")).toList();
            Files.write(file, others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        manage("/subsystem=elytron/properties-realm=ApplicationRealm:load");
    }

    /** Stops the process where it is (SIGSTOP), with its ports open; it does not know. */
    public void freeze() {
        Signal.STOP.sendTo(all());
    }

    /** Lets it go on (SIGCONT). */
    public void thaw() {
        Signal.CONT.sendTo(all());
    }

    /** Ends the process for good, and at once: nobody looks at what it leaves. */
    @Override
    public void close() {
        kill();
    }

    /** The end of the log, for people. */
    public String lastLogLines() {
        return "Last lines of " + log.file() + ":\n" + log.lastLines(60);
    }

    /** The first warnings and errors since it was started last, for people. */
    public List<String> complaints() {
        return log.complaints(100);
    }

    /** Whether a line of the log, of any run, has that in it. */
    boolean hasLogged(String text) {
        return log.contains(text);
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ServerNames.wildfly().resolve("bin/standalone.sh").toString());
        command.addAll(List.of("-c", serverConfig));
        command.add("-Djboss.server.base.dir=" + directory);
        command.add("-Djboss.socket.binding.port-offset=" + offset);
        ServerNames.systemProperties(secret).forEach((name, value) -> command.add("-D" + name + "=" + value));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_OPTS", String.join(" ", javaOptions));
        builder.environment().put("JBOSS_HOME", ServerNames.wildfly().toString());
        if (ServerNames.java() != null) {
            builder.environment().put("JAVA_HOME", ServerNames.java());
        }
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        return builder.start();
    }

    private boolean isAnsweringOrFailed() throws IOException, InterruptedException {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("The server's process has ended");
        }
        if (Files.exists(markOfFailure())) {
            throw new IllegalStateException(ear.getFileName() + " was not deployed");
        }
        return isAnswering();
    }

    private Path markOfFailure() {
        return directory.resolve("deployments").resolve(ear.getFileName() + ".failed");
    }

    /** Whether Parley answers now. */
    public boolean isAnswering() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(http().resolve(ServerNames.API + "/conversations?limit=1"))
                .header("Authorization", users.alice().basic())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The script waits for the Java process, which is its child. */
    private List<ProcessHandle> all() {
        Process running = process;
        if (running == null) {
            return List.of();
        }
        try (Stream<ProcessHandle> children = running.descendants()) {
            return Stream.concat(children, Stream.of(running.toHandle())).toList();
        }
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            handle.destroyForcibly();
        }
    }
}
