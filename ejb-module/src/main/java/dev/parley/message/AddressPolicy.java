package dev.parley.message;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The policy of which addresses a participant may name. A temporary queue is always its own; a lasting queue must match
 * one of the configured globs, where {@code *} stands for any characters. Queues of Parley are never among them,
 * whatever the globs say.
 */
public final class AddressPolicy {

    private static final int LONGEST_NAME = 200;

    /** The pattern of the names of mailboxes. If there is such a one, and for whom, is not known here. */
    public static final Pattern MAILBOX = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** No wildcards of the broker, no address and queue in one. Names of users are percent-encoded in it. */
    private static final Pattern LASTING_NAME = Pattern.compile("[A-Za-z0-9._%-]+");

    /**
     * The names that the broker and its clients give to temporary queues; anything else is a lasting queue that only
     * claims to be temporary.
     */
    private static final Pattern TEMPORARY_NAME =
            Pattern.compile("(jms\\.tempqueue\\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<Pattern> allowed;

    /** The policy of some globs of names of queues. */
    public AddressPolicy(List<String> globs) {
        this.allowed = globs.stream().map(AddressPolicy::compile).toList();
    }

    private static Pattern compile(String glob) {
        String[] literals = glob.split("\\*", -1);
        return Pattern.compile(
                String.join(".*", Stream.of(literals).map(Pattern::quote).toArray(String[]::new)));
    }

    /** True if a participant may name that address. */
    public boolean allows(Address address) {
        return switch (address.kind()) {
            case TEMPORARY -> isNameOfTemporaryQueue(address.name());
            case QUEUE -> allowsQueue(address.name());
            case MAILBOX -> MAILBOX.matcher(address.name()).matches();
            case OPERATION, CONVERSATION, WEBHOOK -> false;
        };
    }

    /** True if the broker, or a client of it, gives such names to temporary queues. */
    public static boolean isNameOfTemporaryQueue(String name) {
        return TEMPORARY_NAME.matcher(name).matches();
    }

    private boolean allowsQueue(String name) {
        return name.length() <= LONGEST_NAME
                && LASTING_NAME.matcher(name).matches()
                && !name.startsWith("parley.")
                && allowed.stream().anyMatch(glob -> glob.matcher(name).matches());
    }
}
