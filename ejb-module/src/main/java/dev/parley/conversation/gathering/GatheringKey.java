package dev.parley.conversation.gathering;

import org.jspecify.annotations.Nullable;

/** The keys by which a gathering knows what an answer is to. */
public final class GatheringKey {

    private static final String FROM = "from:";
    private static final String DECIDE = "decide:";
    private static final String UNDO = "undo::";
    private static final String ASKED_TO_UNDO = "undo:";

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

    /** The key of what one of them is sent to undo what he has done. */
    static String undo(String name) {
        return UNDO + name;
    }

    /**
     * The name of whose work was to be undone, in a key of before 0053: {@code undo:CONVERSATION:NAME}; null in others.
     */
    static @Nullable String undone(String key) {
        if (!key.startsWith(ASKED_TO_UNDO) || key.startsWith(UNDO)) {
            return null;
        }
        int end = key.indexOf(':', ASKED_TO_UNDO.length());
        return end < 0 ? null : key.substring(end + 1);
    }

    /** The name of who has answered; null if it is not one of those who are expected. */
    static @Nullable String name(String key) {
        return key.startsWith(FROM) ? key.substring(FROM.length()) : null;
    }
}
