package dev.parley.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The place that messages go to or come from: {@code queue:NAME}, {@code temporary:NAME} (a requester's temporary
 * queue) or {@code mailbox:NAME}, or {@code operation:NAME}, which is called with what is sent to it, or
 * {@code conversation:NAME}, in which it is an event; or the URL of a receiver, {@code https://…}.
 *
 * @param kind what is behind it
 * @param name its name there
 */
public record Address(Kind kind, String name) {

    /** The kind of what is behind an address. */
    public enum Kind {
        QUEUE,
        TEMPORARY,
        MAILBOX,
        OPERATION,
        CONVERSATION,
        WEBHOOK;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those that are written as their kind and a name. */
    private static final Set<Kind> NAMED = EnumSet.complementOf(EnumSet.of(Kind.WEBHOOK));

    /** The address of a lasting queue. */
    public static Address queue(String name) {
        return new Address(Kind.QUEUE, name);
    }

    /** The address of a temporary queue. */
    public static Address temporary(String name) {
        return new Address(Kind.TEMPORARY, name);
    }

    /** The address of a mailbox. */
    public static Address mailbox(String name) {
        return new Address(Kind.MAILBOX, name);
    }

    /** The address of an operation. */
    public static Address operation(String name) {
        return new Address(Kind.OPERATION, name);
    }

    /** The address of a conversation that has asked; nobody outside can name one. */
    public static Address conversation(String name) {
        return new Address(Kind.CONVERSATION, name);
    }

    /** The address of a receiver that is called over HTTP. */
    public static Address webhook(String url) {
        return new Address(Kind.WEBHOOK, url);
    }

    /** The address that {@link #toString()} wrote, if the text is one. */
    public static Optional<Address> parse(String text) {
        if (text.startsWith("https://") || text.startsWith("http://")) {
            return Optional.of(webhook(text));
        }
        for (Kind kind : NAMED) {
            String prefix = kind.label() + ":";
            if (text.startsWith(prefix) && text.length() > prefix.length()) {
                return Optional.of(new Address(kind, text.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return kind == Kind.WEBHOOK ? name : kind.label() + ":" + name;
    }
}
