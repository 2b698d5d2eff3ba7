package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.message.Refusal;
import dev.parley.simulation.FixedShare;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trial of who reads texts: each is taken or refused, in time, and nothing else is thrown. Of the rounds a run
 * tries its {@link FixedShare}; {@code -Dparley.fuzz.rounds=1000000} tries longer, {@code -Dparley.fuzz.seed} others.
 */
final class TakenOrRefused {

    static final long SEED = Long.getLong("parley.fuzz.seed", 19);

    private static final int ROUNDS = Integer.getInteger("parley.fuzz.rounds", 500);

    private TakenOrRefused() {}

    /** Has a reader read good texts that were spoilt. */
    static void take(Consumer<String> reader, List<String> good) {
        OddTexts texts = new OddTexts(SEED);
        FixedShare part = FixedShare.of(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            String text = texts.spoilt(good);
            if (part.has(round)) {
                take(reader, text, round);
            }
        }
    }

    private static void take(Consumer<String> reader, String text, int round) {
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reader.accept(text));
        } catch (Refusal refusal) {
            assertThat(refusal.problem().status()).isBetween(400, 499);
            assertThat(refusal.problem().toJson()).hasSizeLessThan(200_000);
        } catch (Throwable thrown) {
            String shown = text.length() < 2_000 ? text : text.substring(0, 2_000) + "… of " + text.length();
            throw new AssertionError("Round " + round + " of seed " + SEED + ": " + shown, thrown);
        }
    }
}
