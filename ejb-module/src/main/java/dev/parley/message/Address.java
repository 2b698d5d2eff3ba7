package dev.parley.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The place that messages go to or come from: {@code queue:NAME}, {@code temporary:NAME} (a requester's temporary
 * queue) or {@code mailbox:NAME}, or {@code operation:NAME}, which is called with what is sent to it, or
 * {@code conversation:NAME}, in which it is an event; or the URL of a receiver, {@code https://…}.
 *
 * <p>A mailbox may be deleted, and somebody else may make another one of that name. So the address of one that a
 * participant has named is kept with a mark of whose it was then, and leads to nobody else's. Whoever looks at an
 * address sees its name alone, and two addresses are equal whatever their marks are.
 *
 * @param kind what is behind it
 * @param name its name there
 * @param mark that of the owner of the mailbox; 0 for whosever it is, and for all that is no mailbox
 */
public record Address(Kind kind, String name, long mark) {

    private static final char MARKED = '#';

    /** No owner has it: theirs are odd. */
    private static final long NOBODY = 2;

    /** The address of what has the name, whosever it is. */
    public Address(Kind kind, String name) {
        this(kind, name, 0);
    }

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

    /** The address that {@link #toStored()} wrote. */
    public static Optional<Address> parseStored(String text) {
        return parse(text).map(Address::withItsMark);
    }

    private Address withItsMark() {
        int end = kind == Kind.MAILBOX ? name.lastIndexOf(MARKED) : -1;
        return end < 0 ? this : mailbox(name.substring(0, end)).markedAs(Long.parseLong(name.substring(end + 1)));
    }

    /** The address of the mailbox of this name that is of that owner's. */
    public Address markedAs(long owner) {
        return new Address(kind, name, owner);
    }

    /** The same, which leads nowhere: whose the mailbox was is not known any more. */
    public Address ofNobody() {
        return kind == Kind.MAILBOX ? markedAs(NOBODY) : this;
    }

    /** True if it leads to the mailbox of its name if that is of that owner's. */
    public boolean leadsTo(long owner) {
        return mark == 0 || mark == owner;
    }

    /** The text to be stored, which {@link #parseStored} reads; {@link #toString()} is for who looks at it. */
    public String toStored() {
        return mark == 0 ? toString() : toString() + MARKED + mark;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && kind == address.kind && name.equals(address.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name);
    }

    @Override
    public String toString() {
        return kind == Kind.WEBHOOK ? name : kind.label() + ":" + name;
    }
}
