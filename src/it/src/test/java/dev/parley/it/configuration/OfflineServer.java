package dev.parley.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that is not running: the prepared WildFly, with configuration files of its own. */
final class OfflineServer {

    private static final List<String> OWN = List.of("standalone", "domain");

    private final Path home;

    private OfflineServer(Path home) {
        this.home = home;
    }

    static OfflineServer like(Path wildfly, Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("wildfly"));
        try (Stream<Path> entries = Files.list(wildfly)) {
            for (Path entry : entries.toList()) {
                if (!OWN.contains(entry.getFileName().toString())) {
                    Files.createSymbolicLink(home.resolve(entry.getFileName()), entry);
                }
            }
        }
        Path configuration = Files.createDirectories(home.resolve("standalone/configuration"));
        try (Stream<Path> files = Files.list(wildfly.resolve("standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()));
            }
        }
        return new OfflineServer(home);
    }

    List<String> configuration() throws IOException {
        return Files.readAllLines(home.resolve("standalone/configuration").resolve(ServerNames.SERVER_CONFIG));
    }

    /** Which lines of the configuration are gone, and which are new. */
    List<String> changesSince(List<String> before) throws IOException {
        List<String> gone = new ArrayList<>(before);
        List<String> changes = new ArrayList<>();
        for (String line : configuration()) {
            if (!gone.remove(line)) {
                changes.add("+ " + line.strip());
            }
        }
        gone.forEach(line -> changes.add("- " + line.strip()));
        return changes;
    }

    /** Runs scripts, one after the other, as their headers say they are run offline. */
    void run(String... scripts) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String script : scripts) {
            lines.add("embed-server --server-config=" + ServerNames.SERVER_CONFIG);
            lines.addAll(Files.readAllLines(ServerNames.cli().resolve(script)));
            lines.add("stop-embedded-server");
        }
        Path offline = home.resolveSibling("offline.cli");
        Files.write(offline, lines);
        Path log = home.resolveSibling("offline.log");
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/jboss-cli.sh").toString(), "--file=" + offline);
        builder.environment().put("JAVA_OPTS", ServerNames.CLI_JAVA_OPTIONS);
        builder.environment().put("JBOSS_HOME", home.toString());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(50, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(String.join(", ", scripts) + " ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
