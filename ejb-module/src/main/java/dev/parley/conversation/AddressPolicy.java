package dev.parley.conversation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which addresses a participant may name. A temporary queue is always its own; a lasting queue must match one of the configured globs, where
 * {@code *} stands for any characters. Queues of Parley are never among them, whatever the globs say.
 */
public final class AddressPolicy {

    private static final int LONGEST_NAME = 200;

    private final List<Pattern> allowed;

    public AddressPolicy(List<String> globs) {
        this.allowed = globs.stream().map(AddressPolicy::compile).toList();
    }

    private static Pattern compile(String glob) {
        String[] literals = glob.split("\\*", -1);
        return Pattern.compile(
                String.join(".*", Stream.of(literals).map(Pattern::quote).toArray(String[]::new)));
    }

    /** Whether a participant may name that address. */
    public boolean allows(Address address) {
        return switch (address.kind()) {
            case TEMPORARY -> true;
            case QUEUE -> allowsQueue(address.name());
            case MAILBOX -> false;
        };
    }

    private boolean allowsQueue(String name) {
        return name.length() <= LONGEST_NAME
                && !name.startsWith("parley.")
                && allowed.stream().anyMatch(glob -> glob.matcher(name).matches());
    }
}
