package dev.parley.it.begin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.server.Once;
import dev.parley.it.server.PortOffset;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ear/run}, in a tree whose path has spaces. What it starts is no server, but writes down how it was started,
 * and says that Parley is deployed.
 */
@Tag(Once.TAG)
class ParleyIsTriedOutIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ports at which nothing of these tests listens. */
    private static final int OFFSET = PortOffset.free();

    private static final String SERVER =
            """
            #!/bin/sh
            printf '%s\\n' "$JBOSS_BASE_DIR" "$@" > "$JBOSS_BASE_DIR/started"
            touch "$JBOSS_BASE_DIR/deployments/parley.ear.deployed"
            exec sleep 120
            """;

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();
    private Path tree;
    private Path base;

    @BeforeEach
    void makeTheTree() throws IOException {
        tree = Files.createDirectories(directory.resolve("a tree of ours"));
        base = tree.resolve(".parley");
        Path ear = Files.createDirectories(tree.resolve("ear"));
        Path run = ServerNames.cli().resolve("../../../ear/run").normalize();
        Files.copy(run, ear.resolve("run"), StandardCopyOption.COPY_ATTRIBUTES);
        Path target = Files.createDirectories(ear.resolve("target"));
        Path configuration = Files.createDirectories(target.resolve("wildfly/standalone/configuration"));
        for (String file : List.of(
                "standalone-full.xml",
                "logging.properties",
                "application-users.properties",
                "application-roles.properties")) {
            Files.createFile(configuration.resolve(file));
        }
        for (String made : List.of("pom.xml", "ear/pom.xml")) {
            Files.createFile(tree.resolve(made));
        }
        for (String module : List.of("ejb-module", "web-module", "src/api", "src/health", "src/examples", "src/main")) {
            Files.createDirectories(tree.resolve(module));
        }
        executable(target.resolve("wildfly/bin/standalone.sh"), SERVER);
        executable(target.resolve("wildfly/bin/add-user.sh"), "#!/bin/sh\n");
        Files.createFile(target.resolve("wildfly/.prepared"));
        Files.createFile(target.resolve("parley-ordering.ear"));
    }

    @AfterEach
    void endAll() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void aSecondOneSaysWhereTheFirstIsAndLeavesItAlone() throws IOException, InterruptedException {
        Process first = run("first", OFFSET);
        await("Parley").atMost(PATIENCE).until(() -> said("first").contains("Parley is up."));

        String refused = failed("second", OFFSET + 100);

        assertThat(refused)
                .contains("it runs already, as process " + first.pid())
                .contains("HTTP at " + (8080 + OFFSET), "messaging at " + (5445 + OFFSET))
                .contains("management at " + (9990 + OFFSET));
        assertThat(first.isAlive()).isTrue();
        assertThat(Files.readAllLines(base.resolve("started"))).startsWith(base.toString());
        assertThat(Files.readString(base.resolve("started")))
                .contains("-Djboss.socket.binding.port-offset=" + OFFSET + "\n")
                .contains("--properties=" + base.resolve("parley.properties") + "\n");

        first.destroy();
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as(said("first")).isZero();
        assertThat(base.resolve("running")).doesNotExist();
    }

    @Test
    void whatWasKilledLeavesNothingThatIsInTheWay() throws IOException, InterruptedException {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Files.createDirectories(base);
        Files.writeString(base.resolve("running"), killed.pid() + " 0\n");

        run("again", OFFSET);

        await("Parley").atMost(PATIENCE).until(() -> said("again").contains("Parley is up."));
    }

    @Test
    void anOffsetWhosePortsThereAreNotIsRefusedBeforeAnythingIsDone() throws IOException, InterruptedException {
        assertThat(failed("large", 55546)).contains("--port-offset 55546 is too large", "at most 55545");
        assertThat(base).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int offset = taken.getLocalPort() - 9990;

            assertThat(failed("taken", offset)).contains("port " + taken.getLocalPort() + " is taken");
        }
        assertThat(base.resolve("running")).doesNotExist();
    }

    private String failed(String name, int offset) throws IOException, InterruptedException {
        Process process = run(name, offset);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(said(name))
                .isTrue();
        assertThat(process.exitValue()).as(said(name)).isEqualTo(1);
        return said(name);
    }

    private Process run(String name, int offset) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", tree.resolve("ear/run").toString(), "--port-offset", String.valueOf(offset));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".log"));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
