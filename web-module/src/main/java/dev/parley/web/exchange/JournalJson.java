package dev.parley.web.exchange;

import dev.parley.conversation.JournalEntry;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Journals as JSON. */
public final class JournalJson {

    private JournalJson() {}

    /** All messages, in order. */
    static JsonObject of(List<JournalEntry> journal) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        journal.forEach(entry -> messages.add(message(entry)));
        return Json.createObjectBuilder().add("messages", messages).build();
    }

    private static JsonObjectBuilder message(JournalEntry entry) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("sequence", entry.sequence())
                .add("direction", entry.direction().name())
                .add("kind", entry.kind().label())
                .add("type", entry.type())
                .add("from", entry.from());
        if (entry.to() != null) {
            json.add("to", entry.to());
        }
        if (entry.turn() > 0) {
            json.add("turn", entry.turn());
        }
        return json.add("messageId", entry.messageId())
                .add("correlationId", entry.correlationId())
                .add("at", JsonValues.time(entry.at()))
                .add("body", JsonValues.json(entry.body()));
    }
}
