package dev.parley.it.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The libraries and programs of npm that tests need, with the versions of {@code src/it/node/package-lock.json}. The
 * first test that wants them has npm bring them, for all Java processes of the build; where there is no npm, or it
 * brings nothing, the test is skipped.
 */
public final class NodeLibraries {

    private static final Path WANTED = Path.of("node");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc");
    private static final int PATIENCE_SECONDS = 240;

    private static @Nullable String missing;

    private NodeLibraries() {}

    /** The folder {@code node_modules}; without it the test is skipped, and says why. */
    public static synchronized Path folder() {
        Path folder =
                Path.of(System.getProperty("parley.it.node", "target/node")).toAbsolutePath();
        if (missing == null) {
            missing = bring(folder);
        }
        assumeTrue(missing.isEmpty(), missing);
        return folder.resolve("node_modules");
    }

    /** Why they are not there; empty if they are. */
    private static String bring(Path folder) {
        if (!isThere("npm") || !isThere("node")) {
            return "There is no node with npm on the path: on Debian, apt install npm";
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() && isBrought(folder) ? "" : bringNow(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the versions are those that are wanted. */
    private static boolean isBrought(Path folder) throws IOException {
        Path brought = folder.resolve("brought");
        return Files.exists(brought) && Files.mismatch(brought, WANTED.resolve("package-lock.json")) < 0;
    }

    private static String bringNow(Path folder) throws IOException {
        for (String file : FILES) {
            Files.copy(WANTED.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path said = folder.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--prefer-offline")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!succeeds(npm)) {
            return "npm ci did not succeed in src/it/node, see " + said;
        }
        Files.copy(WANTED.resolve("package-lock.json"), folder.resolve("brought"), StandardCopyOption.REPLACE_EXISTING);
        return "";
    }

    private static boolean succeeds(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Whether a program is on the path. */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
