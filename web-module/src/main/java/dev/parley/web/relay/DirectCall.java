package dev.parley.web.relay;

import dev.parley.relay.mailbox.MailboxKind;
import java.util.Optional;

/**
 * A call of a mailbox that comes often, and is plain enough to be answered without Jakarta REST.
 *
 * @param kind what is asked for
 * @param mailbox of which mailbox
 * @param lock of which lock; empty but for {@link Kind#ACKNOWLEDGE}
 */
public record DirectCall(Kind kind, String mailbox, String lock) {

    private static final String MAILBOXES = "/v1/mailboxes/";
    private static final String LOCK = "locks/";

    /** The kind of what can be asked for. */
    public enum Kind {
        SEND(true, true),
        RECEIVE(false, true),
        ACKNOWLEDGE(false, false),
        ACKNOWLEDGE_MANY(true, true);

        private final boolean needsBody;
        private final boolean mayHaveBody;

        Kind(boolean needsBody, boolean mayHaveBody) {
            this.needsBody = needsBody;
            this.mayHaveBody = mayHaveBody;
        }

        /** True if JSON has to come with it. */
        public boolean needsBody() {
            return needsBody;
        }

        /** True if JSON may come with it. */
        public boolean mayHaveBody() {
            return mayHaveBody;
        }
    }

    /**
     * The call that a request is.
     *
     * @param path the path below that of the application, nothing in which is escaped
     * @return nothing if it is none, or there is something odd about it: Jakarta REST knows what to say then
     */
    public static Optional<DirectCall> of(String method, String path) {
        int end = path.startsWith(MAILBOXES) ? path.indexOf('/', MAILBOXES.length()) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        String mailbox = path.substring(MAILBOXES.length(), end);
        return MailboxKind.MAILBOXES.names().matcher(mailbox).matches()
                ? of(method, mailbox, path.substring(end + 1))
                : Optional.empty();
    }

    private static Optional<DirectCall> of(String method, String mailbox, String what) {
        return switch (method) {
            case "POST" -> posted(what).map(kind -> new DirectCall(kind, mailbox, ""));
            case "DELETE" -> lock(what).map(lock -> new DirectCall(Kind.ACKNOWLEDGE, mailbox, lock));
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> posted(String what) {
        return switch (what) {
            case "messages" -> Optional.of(Kind.SEND);
            case "receive" -> Optional.of(Kind.RECEIVE);
            case "locks/acknowledge" -> Optional.of(Kind.ACKNOWLEDGE_MANY);
            default -> Optional.empty();
        };
    }

    private static Optional<String> lock(String what) {
        boolean isLock = what.startsWith(LOCK) && what.length() > LOCK.length() && what.indexOf('/', LOCK.length()) < 0;
        return isLock ? Optional.of(what.substring(LOCK.length())) : Optional.empty();
    }
}
