package dev.parley.it.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By what a run's share is asked for: {@code -Dparley.it.share}, or else the hash of the commit that is checked out,
 * or, where there is no git or no repository, the number of the day.
 *
 * @param text a hash or a number
 * @param origin where it is from, for people
 */
record ShareName(String text, String origin) {

    private static final ShareName CHOSEN = choose();

    static ShareName chosen() {
        return CHOSEN;
    }

    private static ShareName choose() {
        String asked = System.getProperty("parley.it.share", "");
        if (!asked.isBlank()) {
            return new ShareName(asked, "as asked for");
        }
        return commit().map(hash -> new ShareName(hash, "of this commit")).orElseGet(() -> ofTheDay(Clock.systemUTC()));
    }

    static ShareName ofTheDay(Clock clock) {
        return new ShareName(String.valueOf(LocalDate.now(clock).toEpochDay()), "of this day, without a commit");
    }

    private static Optional<String> commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return git.waitFor() == 0 ? Optional.of(hash) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
