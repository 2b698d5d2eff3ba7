package dev.parley.exchange.engine;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.engine.run.PatternEngine;
import dev.parley.exchange.LateUndo;
import dev.parley.message.MessageKind;
import jakarta.enterprise.context.Dependent;
import java.util.Map;

/** The engine's part for exchanges: what the operation is told that undoes one. */
@Dependent
public class ExchangeEngine implements PatternEngine {

    @Override
    public String pattern() {
        return Patterns.EXCHANGE;
    }

    /** All attempts are one message to a provider, which names the one that it undoes. */
    @Override
    public Carried carried(Conversation conversation, Effect.Ask ask) {
        String id = conversation.id() + ".";
        return new Carried(id + "Undo", Map.of("Compensates", id + MessageKind.REQUEST.label(), "Outcome", "done"));
    }

    @Override
    public Event.OfPattern late(String key, Effect.TellLate answer) {
        return new LateUndo(answer.kind());
    }
}
