package dev.parley.conversation;

import dev.parley.message.Problem;

/** What came of reading a message that should be a provider's answer. */
public sealed interface AnswerReading {

    /** It says which conversation it belongs to. */
    record Understood(String conversationId, ProviderAnswer answer) implements AnswerReading {}

    /** It answers nothing that Parley could have asked; it has to be parked. */
    record Refused(Problem problem) implements AnswerReading {}
}
