package dev.parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Somebody else's sagas, in a process of their own that is run from its source, so that nothing of Parley is compiled
 * against them. It is told how many clients are to begin sagas for how long, and says how far they came.
 */
final class Racer implements AutoCloseable {

    private static final long END_SECONDS = 30;

    private final Path log;
    private final Process process;
    private final BufferedReader from;
    private final Writer to;

    /**
     * What a race showed.
     *
     * @param rate sagas a second
     * @param median how long one of them took, in milliseconds
     */
    record Result(double rate, double median) {}

    /** @param classPath with what its source is compiled and run */
    Racer(String name, String classPath, String source, String... arguments) throws IOException {
        this.log = Path.of(System.getProperty("bench.work"), name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-cp",
                classPath,
                source));
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.to = process.outputWriter(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        answer("started");
    }

    /** What it says in a line that begins so; whatever else it says is skipped. */
    private String answer(String beginning) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IllegalStateException("It has ended, see " + log);
    }

    /** Has so many clients begin one saga after the other for so long. */
    Result race(int clients, int seconds) throws IOException {
        to.write(clients + " " + seconds + "\n");
        to.flush();
        String[] said = answer("raced ").split(" ", -1);
        return new Result(Double.parseDouble(said[1]), Double.parseDouble(said[2]));
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
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
