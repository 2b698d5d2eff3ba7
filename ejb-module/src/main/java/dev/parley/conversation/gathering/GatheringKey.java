package dev.parley.conversation.gathering;

import org.jspecify.annotations.Nullable;

/** The keys by which a gathering knows what an answer is to. */
public final class GatheringKey {

    private static final String FROM = "from:";
    private static final String DECIDE = "decide:";

    private GatheringKey() {}

    /** The key of what one of those is asked who are expected. */
    public static String from(String name) {
        return FROM + name;
    }

    /** The key of what the operation is asked that decides. */
    static String decide(int shown) {
        return DECIDE + shown;
    }

    /** The name of who has answered; null if it is not one of those who are expected. */
    static @Nullable String name(String key) {
        return key.startsWith(FROM) ? key.substring(FROM.length()) : null;
    }
}
