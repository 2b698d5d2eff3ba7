package dev.parley.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server that is prepared.
 *
 * @param wildfly a WildFly that is configured for Parley
 * @param ear Parley, with an application
 * @param directory where the server may put its files; what is there is deleted
 */
record Prepared(Path wildfly, Path ear, Path directory) {

    private static final List<String> USUAL = List.of("ear/target/wildfly", "../ear/target/wildfly", "target/wildfly");

    /** The server that system properties name, or that is where one usually is. */
    static Prepared found() {
        String named = System.getProperty("parley.test.server");
        Path wildfly =
                (named == null ? usual() : Path.of(named)).toAbsolutePath().normalize();
        String ear = System.getProperty("parley.test.ear");
        return new Prepared(
                wildfly,
                ear == null ? onlyEar(wildfly.resolveSibling(".").normalize()) : Path.of(ear),
                Path.of("target", "parley-test-server").toAbsolutePath());
    }

    private static Path usual() {
        return USUAL.stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "There is no prepared server in " + USUAL
                                        + ": make one, with mvn -Pserver package, or name it in the system property parley.test.server"));
    }

    private static Path onlyEar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ears =
                    files.filter(file -> file.toString().endsWith(".ear")).toList();
            if (ears.size() != 1) {
                throw new IllegalStateException("In " + folder + " there is not one EAR, but " + ears
                        + ": name it in the system property parley.test.ear");
            }
            return ears.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
