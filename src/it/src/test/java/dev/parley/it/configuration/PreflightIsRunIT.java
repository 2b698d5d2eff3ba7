package dev.parley.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code preflight.sh}, before the server is started. */
@Tag(Once.TAG)
class PreflightIsRunIT {

    private static final List<String> PASSWORDS =
            List.of("parley.database.password=secret", "parley.cluster.password=secret", "jboss.tx.node.id=node-1");

    /** Ports at which nothing of these tests listens. */
    private static final String PORTS = "jboss.socket.binding.port-offset=43000";

    @TempDir
    private Path directory;

    private Path properties;

    @Test
    void nothingIsWrong() throws IOException, InterruptedException {
        write(PASSWORDS, List.of(PORTS));

        String said = preflight(0, ServerNames.SERVER_CONFIG);

        assertThat(said).contains("Nothing is wrong").doesNotContain("WRONG", "configure.cli");
    }

    @Test
    void whatAnOlderScriptHasLeftOpenIsSaid() throws IOException, InterruptedException {
        write(PASSWORDS, List.of(PORTS));
        Path configurations = ServerNames.wildfly().resolve("standalone/configuration");
        Path older = directory.resolve("older.xml");
        Files.writeString(
                older,
                Files.readString(configurations.resolve(ServerNames.SERVER_CONFIG))
                        .replace("enable-http2=\"false\"", "enable-http2=\"true\""));

        String said = preflight(
                0,
                configurations
                        .toAbsolutePath()
                        .relativize(older.toAbsolutePath())
                        .toString());

        assertThat(said).contains("(HTTP/2 is on): run it again");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithWhatToDo() throws IOException, InterruptedException {
        write(PASSWORDS.subList(0, 1), List.of(PORTS, "parley.database.port=1"));

        String said = preflight(1, ServerNames.POSTGRESQL_SERVER_CONFIG);

        assertThat(said)
                .contains("the database cannot be reached", "parley.database.port")
                .contains("parley.cluster.password is missing")
                .contains("2 to mend");
    }

    @Test
    void aServerThatIsNotPreparedIsSentToTheScript() throws IOException, InterruptedException {
        write(PASSWORDS, List.of(PORTS));

        assertThat(preflight(1, "standalone-full-ha.xml")).contains("run configure.cli");
    }

    private void write(List<String> first, List<String> second) throws IOException {
        properties = directory.resolve("parley.properties");
        Files.writeString(properties, String.join("\n", first) + "\n" + String.join("\n", second) + "\n");
        Files.setPosixFilePermissions(properties, PosixFilePermissions.fromString("rw-------"));
    }

    private String preflight(int status, String configuration) throws IOException, InterruptedException {
        Path said = directory.resolve("said.log");
        Process process = new ProcessBuilder(
                        "bash",
                        ServerNames.cli().resolve("preflight.sh").toString(),
                        ServerNames.wildfly().toString(),
                        ServerNames.ear().toString(),
                        properties.toString(),
                        configuration)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(50, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(said);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isEqualTo(status);
        return text;
    }
}
