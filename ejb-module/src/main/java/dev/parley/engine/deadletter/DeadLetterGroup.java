package dev.parley.engine.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters about one operation that are there for one reason.
 *
 * @param operation what they are about; null if they do not say
 * @param reason why they are there
 * @param count how many
 * @param first when the first of them was sent
 * @param last when the last of them was
 */
public record DeadLetterGroup(@Nullable String operation, String reason, int count, Instant first, Instant last) {

    static DeadLetterGroup of(DeadLetter letter) {
        return new DeadLetterGroup(letter.operation(), letter.reason(), 1, letter.at(), letter.at());
    }

    DeadLetterGroup and(DeadLetterGroup other) {
        return new DeadLetterGroup(
                operation,
                reason,
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
