package dev.parley.conversation.gathering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys by which a gathering knows what an answer is to. */
public final class GatheringKey {

    private static final String FROM = "from:";
    private static final String DECIDE = "decide:";
    private static final String UNDO = "undo:";

    private GatheringKey() {}

    /** The key of what one of those is asked who are expected. */
    public static String from(String name) {
        return FROM + name;
    }

    /** The key of what the operation is asked that decides. */
    static String decide(int shown) {
        return DECIDE + shown;
    }

    /** The key of what the operation is asked that chooses. */
    static final String CHOOSE = "choose";

    /**
     * The key of what undoes what one of them has done.
     *
     * @param conversationId the exchange in which it was done
     */
    static String undo(@Nullable String conversationId, String name) {
        return UNDO + (conversationId == null ? "" : conversationId) + ":" + name;
    }

    /** True if something is undone under a key. */
    public static boolean isUndo(String key) {
        return key.startsWith(UNDO);
    }

    /** The exchange that is undone under a key; empty if nothing is, or it was in none. */
    public static Optional<String> undone(String key) {
        int end = isUndo(key) ? key.indexOf(':', UNDO.length()) : -1;
        return end > UNDO.length() ? Optional.of(key.substring(UNDO.length(), end)) : Optional.empty();
    }

    /** The name of who has answered; null if it is not one of those who are expected. */
    static @Nullable String name(String key) {
        return key.startsWith(FROM) ? key.substring(FROM.length()) : null;
    }
}
