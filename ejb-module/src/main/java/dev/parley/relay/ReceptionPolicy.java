package dev.parley.relay;

import static dev.parley.relay.mailbox.MailboxDefinition.LONGEST_LOCK;
import static dev.parley.relay.mailbox.MailboxDefinition.SHORTEST_LOCK;

import dev.parley.message.InvalidBody;
import dev.parley.message.Refusal;
import dev.parley.message.Sha256;
import dev.parley.message.Violation;
import dev.parley.relay.mailbox.RelayProblems;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for what may be asked for when something is received, and of a lock. */
public final class ReceptionPolicy {

    private static final Duration LONGEST_DELAY = Duration.ofDays(366);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(Reception.LONGEST_WAIT);

    private ReceptionPolicy() {}

    /**
     * A wish to receive that is in order.
     *
     * @param max how many messages at most
     * @param waiting how long to wait for the first
     * @param lock for how long to lock them; null for as long as the mailbox says
     * @param acknowledge locks that are acknowledged before; null for nothing to be said of that
     */
    public record Wish(int max, Duration waiting, @Nullable Duration lock, @Nullable List<String> acknowledge) {

        /** A wish that acknowledges nothing. */
        public Wish(int max, Duration waiting, @Nullable Duration lock) {
            this(max, waiting, lock, null);
        }

        /** The same, once its locks are acknowledged. */
        public Wish afterAcknowledging() {
            return new Wish(max, waiting, lock);
        }

        /** The locks that are acknowledged. */
        public List<String> locks() {
            return acknowledge == null ? List.of() : acknowledge;
        }

        /**
         * The SHA-256, in hexadecimal, of what has to be the same for two receptions with one key to be the same
         * reception.
         */
        public String contentHash() {
            return Sha256.hex(max + "\n" + lock + (acknowledge == null ? "" : "\n" + acknowledge));
        }
    }

    /**
     * Checks a reception.
     *
     * @throws Refusal {@code parameter-invalid} or, for what it acknowledges, {@code body-invalid} 400
     */
    public static Wish check(Reception reception) {
        checkAcknowledged(reception.acknowledge());
        return new Wish(
                reception.max() == null ? 1 : max(reception.max()),
                reception.waiting() == null ? Duration.ZERO : waiting(reception.waiting()),
                reception.lock() == null ? null : parameter("lock", reception.lock(), SHORTEST_LOCK, LONGEST_LOCK),
                reception.acknowledge());
    }

    private static void checkAcknowledged(@Nullable List<String> locks) {
        if (locks != null && locks.size() > Mails.MOST_LOCKS) {
            throw new Refusal(InvalidBody.problem(
                    List.of(new Violation("/acknowledge", "an array of up to " + Mails.MOST_LOCKS + " locks")),
                    ReceptionReader.WANTED));
        }
    }

    private static int max(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int max = Integer.parseInt(text);
            if (max >= 1 && max <= Reception.MOST) {
                return max;
            }
        }
        throw new Refusal(RelayProblems.parameterInvalid("max", "a whole number from 1 to " + Reception.MOST));
    }

    private static Duration waiting(String text) {
        String duration = text.matches("[0-9]{1,9}") ? "PT" + text + "S" : text;
        Duration wait = SendingPolicy.durationOrNull(duration, Duration.ZERO, LONGEST_WAIT);
        if (wait == null) {
            throw new Refusal(RelayProblems.parameterInvalid(
                    "wait",
                    "a whole number of seconds from 0 to " + Reception.LONGEST_WAIT
                            + ", or an ISO 8601 duration up to that"));
        }
        return wait;
    }

    private static Duration parameter(String name, String text, Duration least, Duration most) {
        Duration duration = SendingPolicy.durationOrNull(text, least, most);
        if (duration == null) {
            throw new Refusal(
                    RelayProblems.parameterInvalid(name, "an ISO 8601 duration from " + least + " to " + most));
        }
        return duration;
    }

    /**
     * The time by which a lock is extended.
     *
     * @throws Refusal {@code body-invalid} 400
     */
    public static Duration extension(String text) {
        return field("/lock", text, SHORTEST_LOCK, LONGEST_LOCK);
    }

    /**
     * The delay after which a message that is given back can be received again; none for null.
     *
     * @throws Refusal {@code body-invalid} 400
     */
    public static Duration delay(@Nullable String text) {
        return text == null ? Duration.ZERO : field("/delay", text, Duration.ZERO, LONGEST_DELAY);
    }

    private static Duration field(String pointer, String text, Duration least, Duration most) {
        Duration duration = SendingPolicy.durationOrNull(text, least, most);
        if (duration == null) {
            throw new Refusal(InvalidBody.problem(
                    List.of(new Violation(pointer, "an ISO 8601 duration from " + least + " to " + most)),
                    "what can be asked of a lock"));
        }
        return duration;
    }

    /**
     * The check of how many locks are acknowledged together: 1 to {@link Mails#MOST_LOCKS}.
     *
     * @throws Refusal {@code body-invalid} 400
     */
    public static void checkLocks(int count) {
        if (count < 1 || count > Mails.MOST_LOCKS) {
            throw new Refusal(InvalidBody.problem(
                    List.of(new Violation("/locks", "an array of 1 to " + Mails.MOST_LOCKS + " locks")),
                    "what can be acknowledged"));
        }
    }
}
