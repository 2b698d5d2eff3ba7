package dev.parley.conversation;

import java.util.List;

/**
 * The decision of a pattern on an event.
 *
 * @param conversation the conversation as it is from now on
 * @param effects what to do, in order
 */
public record Decision(Conversation conversation, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** A decision that changes nothing and does nothing. */
    public static Decision nothing(Conversation conversation) {
        return new Decision(conversation, List.of());
    }
}
