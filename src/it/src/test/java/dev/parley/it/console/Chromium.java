package dev.parley.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A Chromium without a window, with a profile of its own. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    /** Names a file that is there while a browser is being installed. */
    private static final String COMES = "PARLEY_IT_BROWSER_COMES";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path profile;

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
    }

    /** The one on the path of the system, if there is one, or comes. */
    static Optional<Path> installed() {
        String comes = System.getenv(COMES);
        if (comes != null && !isGone(Path.of(comes))) {
            return Optional.empty();
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Who installs it may be slow, or gone: then there is none, and nothing fails. */
    private static boolean isGone(Path file) {
        try {
            await("a browser that is being installed").atMost(PATIENCE).until(() -> !Files.exists(file));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    static Chromium start(Path program, Path profile) {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--lang=en-GB",
                "--window-size=1280,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
        try {
            Files.createDirectories(profile);
            return new Chromium(
                    builder.redirectErrorStream(true)
                            .redirectOutput(profile.resolve("output.log").toFile())
                            .start(),
                    profile);
        } catch (IOException e) {
            throw new IllegalStateException("Chromium does not start", e);
        }
    }

    /** The port that it takes commands on: it writes it down when it listens. */
    int port() {
        Path file = profile.resolve("DevToolsActivePort");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(process.isAlive()).isTrue();
            assertThat(file).isNotEmptyFile();
        });
        try {
            return Integer.parseInt(Files.readAllLines(file).get(0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
