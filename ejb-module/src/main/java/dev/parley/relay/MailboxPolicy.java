package dev.parley.relay;

import dev.parley.message.Problem;
import dev.parley.message.Sha256;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.RelayProblems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules for what a mailbox takes, and for how what was sent to it is known again. */
public final class MailboxPolicy {

    private static final String BETWEEN = "\n";

    private MailboxPolicy() {}

    /** The problem {@code mailbox-full} if there is no room for so much more; null if there is. */
    public static @Nullable Problem room(Mailbox mailbox, MailStore.Size size, long messages, long bytes) {
        MailboxDefinition definition = mailbox.definition();
        boolean fits =
                size.messages() + messages <= definition.messages() && size.bytes() + bytes <= definition.bytes();
        return fits ? null : RelayProblems.mailboxFull(mailbox);
    }

    /** The time from which on a message is not delivered any more. */
    public static Instant expiresAt(Mailbox mailbox, ValidMail mail, Instant now) {
        Duration most = mailbox.definition().timeToLive();
        Duration asked = mail.timeToLive();
        return now.plus(asked == null || asked.compareTo(most) > 0 ? most : asked);
    }

    /**
     * The SHA-256, in hexadecimal, of what has to be the same for two sendings with one key to be the same sending.
     *
     * @param hash that of a message
     */
    public static String contentHash(List<ValidMail> mails, Function<ValidMail, String> hash) {
        return contentHash(mails, mails.stream().map(hash).toList());
    }

    /** The same, of hashes that are known. */
    public static String contentHash(List<ValidMail> mails, List<String> hashes) {
        return Sha256.hex(IntStream.range(0, mails.size())
                .mapToObj(i -> mails.get(i).messageId() + BETWEEN + hashes.get(i))
                .collect(Collectors.joining(BETWEEN)));
    }

    /** The refusal of something else under a key that was used. */
    public static Problem keyReused(MailKey key) {
        String name = key.name().key();
        return key.name().kind() == MailKey.Kind.MESSAGE
                ? RelayProblems.messageIdReused(name)
                : RelayProblems.keyReused(name);
    }

    /** Names in one text; none of them has control characters. */
    public static String join(List<String> names) {
        return String.join(BETWEEN, names);
    }

    /** The names that {@link #join} put together. */
    public static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN, -1));
    }
}
