package dev.parley.conversation;

import dev.parley.message.Problem;

/** The result of reading a message that should be a provider's answer. */
public sealed interface AnswerReading {

    /**
     * An answer that says which conversation it belongs to.
     *
     * @param conversationId the conversation that it belongs to
     * @param answer the answer, with whatever makes it unusable
     */
    record Understood(String conversationId, ProviderAnswer answer) implements AnswerReading {}

    /**
     * A message that answers nothing which Parley could have asked; it has to be parked.
     *
     * @param problem why it is parked, for operators
     */
    record Refused(Problem problem) implements AnswerReading {}
}
