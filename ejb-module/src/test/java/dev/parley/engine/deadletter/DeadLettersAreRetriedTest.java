package dev.parley.engine.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.commit.Collided;
import dev.parley.engine.deadletter.DeadLetterResult.Outcome;
import dev.parley.message.Refusal;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many dead letters are retried, each for itself: what is wrong with one holds up no other. */
class DeadLettersAreRetriedTest {

    private static DeadLetter letter(String id) {
        return new DeadLetter(
                id, "pay", "expired", "", null, null, "m", null, null, Map.of(), Instant.EPOCH, "{}", null);
    }

    private static DeadLetterResult retry(DeadLetter letter) {
        return switch (letter.id()) {
            case "met" -> throw new Collided(new OptimisticLockException());
            case "gone" -> throw new Refusal(DeadLetterId.unknown(letter.id()));
            case "broken" -> throw new IllegalStateException("the disk is full");
            default -> new DeadLetterResult(letter.id(), Outcome.RETRIED, "c");
        };
    }

    @Test
    void whatOthersWereInTheWayOfStaysAndIsCounted() {
        DeadLetters.Retried retried = DeadLetters.each(
                List.of(letter("a"), letter("met"), letter("gone"), letter("b")),
                DeadLettersAreRetriedTest::retry,
                false);
        assertThat(retried.done()).extracting(DeadLetterResult::id).containsExactly("a", "b");
        assertThat(retried.failed()).extracting(DeadLetters.Failed::id).containsExactly("gone");
        assertThat(retried.notDone()).isEqualTo(1);
        assertThat(retried.more()).as("there is one to be tried again").isTrue();
    }

    @Test
    void nothingIsLeftIfNothingWasInTheWay() {
        DeadLetters.Retried retried = DeadLetters.each(List.of(letter("a")), DeadLettersAreRetriedTest::retry, false);
        assertThat(retried.notDone()).isZero();
        assertThat(retried.more()).isFalse();
    }

    @Test
    void whatIsNoCollisionEndsIt() {
        assertThatThrownBy(() -> DeadLetters.each(List.of(letter("broken")), DeadLettersAreRetriedTest::retry, false))
                .isInstanceOf(IllegalStateException.class);
    }
}
