package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Patterns;
import dev.parley.engine.call.LogContext;
import dev.parley.message.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The messages about a conversation whose pattern this node does not know: it is left as it is, for a node that knows
 * it.
 */
final class UnknownPattern {

    private static final Logger LOG = System.getLogger(UnknownPattern.class.getName());

    private UnknownPattern() {}

    /** Says it to the operators. */
    static void log(Conversation conversation, Patterns patterns) {
        LogContext.about(
                conversation,
                () -> LOG.log(
                        Level.WARNING,
                        "Conversation {0} is left to another node: the pattern \"{1}\" is not known here",
                        conversation.id(),
                        patterns.missing(conversation)));
    }

    /** Says it to whoever asked. */
    static Problem problem(Conversation conversation, Patterns patterns) {
        return ConversationProblem.PATTERN_UNKNOWN.because(
                "Conversation " + conversation.id() + " needs the pattern '" + patterns.missing(conversation)
                        + "', which this node does not know: it is left to a node that does. Try again.");
    }
}
