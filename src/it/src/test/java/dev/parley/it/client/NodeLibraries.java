package dev.parley.it.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The libraries and programs of npm that tests need, with the versions of {@code src/it/node/package-lock.json}. The
 * build has npm bring them before the tests; where there is no npm, or it brought nothing, the test is skipped.
 */
public final class NodeLibraries {

    private static final Path FOLDER = Path.of(System.getProperty("parley.it.node", "target/node"));

    private NodeLibraries() {}

    /** The folder {@code node_modules}; without it the test is skipped, and says why. */
    public static Path folder() {
        assumeTrue(
                isThere("node") && Files.exists(FOLDER.resolve("brought")),
                "npm has brought nothing: is it on the path (on Debian: apt install npm), and what does " + FOLDER
                        + "/npm.log say?");
        return FOLDER.resolve("node_modules").toAbsolutePath();
    }

    /** Whether a program is on the path. */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
