package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server wrote to its console, over all of its runs. */
final class ServerLog {

    /** WildFly begins with it. */
    private static final String START = "WFLYSRV0049";

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    boolean contains(String text) {
        if (Files.notExists(file)) {
            return false;
        }
        // A killed process may have left half a character.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String text) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that says what went wrong, as far as one does: the first error since the last start. */
    String lastError() {
        if (Files.notExists(file)) {
            return "nothing was written";
        }
        return sinceLastStart().stream().filter(ServerLog::isError).findFirst().orElse("no error was written");
    }

    /** The first warnings and errors since the last start, as many at most. */
    List<String> complaints(int most) {
        return sinceLastStart().stream()
                .filter(line -> line.contains(" WARN ") || isError(line))
                .limit(most)
                .toList();
    }

    private static boolean isError(String line) {
        return line.contains(" ERROR ") || line.contains(" FATAL ");
    }

    private List<String> sinceLastStart() {
        List<String> lines = lines("");
        int start = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains(START))
                .max()
                .orElse(0);
        return lines.subList(start, lines.size());
    }

    String lastLines(int count) {
        try {
            if (!Files.exists(file)) {
                return file + " does not exist";
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return file + " cannot be read: " + e;
        }
    }
}
