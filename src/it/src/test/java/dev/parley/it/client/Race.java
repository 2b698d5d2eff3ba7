package dev.parley.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Commands on one thing at once: one comes after the other, and neither waits for long or fails. */
public final class Race {

    /** A lock that is waited for in a circle is given up after 10 s. */
    public static final Duration LONGEST = Duration.ofSeconds(9);

    /** What whoever comes second is told: it is gone, or another one, or has ended. */
    private static final Set<Integer> REFUSED = Set.of(404, 409, 410, 412);

    private Race() {}

    /** Commands that are made anew for each pair, on a thing of its own; each with each, and with itself. */
    public static void eachWithEach(Supplier<List<HttpCall>> commands) {
        int count = commands.get().size();
        for (int one = 0; one < count; one++) {
            for (int other = one; other < count; other++) {
                List<HttpCall> calls = commands.get();
                together(calls.get(one), calls.get(other));
            }
        }
    }

    /** How many things are wanted for so many commands: one is only counted. */
    public static int things(int commands) {
        return commands * (commands + 1) / 2 + 1;
    }

    /** Commands all of which are given at once. */
    public static void together(HttpCall... calls) {
        together(() -> {}, calls);
    }

    /**
     * Commands all of which are given at once.
     *
     * @param message what is sent in the same moment, and goes another way
     */
    public static void together(Runnable message, HttpCall... calls) {
        long begun = System.nanoTime();
        message.run();
        List<CompletableFuture<HttpAnswer>> answers =
                Stream.of(calls).map(HttpCall::sendLater).toList();
        for (CompletableFuture<HttpAnswer> answer : answers) {
            HttpAnswer given = answer.join();
            assertThat(given.status())
                    .as(given.toString())
                    .satisfiesAnyOf(status -> assertThat(status).isBetween(200, 299), status -> assertThat(REFUSED)
                            .contains(status));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(given.toString())
                    .isLessThan(LONGEST);
        }
    }
}
