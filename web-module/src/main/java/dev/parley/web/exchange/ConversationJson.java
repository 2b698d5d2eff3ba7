package dev.parley.web.exchange;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effort;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.TurnState;
import dev.parley.conversation.gathering.Gathering;
import dev.parley.conversation.gathering.GatheringForm;
import dev.parley.message.Page;
import dev.parley.slip.SlipPattern;
import dev.parley.web.ActionJson;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as JSON. */
public final class ConversationJson {

    private ConversationJson() {}

    /**
     * The conversation as the answer to a request: without {@code updatedAt} until it has ended, and then as
     * {@link #shown}.
     */
    static JsonObject accepted(ConversationView view) {
        if (view.conversation().status().isFinal()) {
            return shown(view);
        }
        JsonObjectBuilder json = request(view.conversation());
        if (view.turn() > 0) {
            addOutcome(json.add("turn", view.turn()), view);
        }
        return json.build();
    }

    /** The conversation as it stands, with its reply or fault once it has ended. */
    static JsonObject shown(ConversationView view) {
        Conversation conversation = view.conversation();
        JsonObjectBuilder json = state(conversation);
        TurnState turns = conversation.turns();
        if (turns != null) {
            json.add("turn", view.turn());
        }
        if (turns != null && turns.awaiting() && !conversation.status().isFinal()) {
            json.add("awaitedTurn", turns.next());
        }
        if (turns != null || conversation.status().isFinal()) {
            addOutcome(json, view);
        }
        if (conversation.patternState() instanceof Gathering gathering) {
            json.add("gathering", JsonValues.json(GatheringForm.text(gathering)));
        }
        return json.build();
    }

    /**
     * The conversation as it stands, with what may be done with it.
     *
     * @param effort what it has taken; null if the caller is not to see that
     */
    static JsonObject shown(ConversationView view, @Nullable Effort effort, List<Action> actions) {
        JsonObjectBuilder json = Json.createObjectBuilder(shown(view));
        if (effort != null) {
            json.add("sender", view.conversation().sender());
            addEffort(json, effort);
        }
        return json.add("actions", ActionJson.of(resource(view.conversation()), actions))
                .build();
    }

    /** What its commands are given to: a slip is more than its conversation. */
    private static String resource(Conversation conversation) {
        return (conversation.pattern().equals(SlipPattern.NAME) ? "slips/" : "conversations/") + conversation.id();
    }

    private static void addEffort(JsonObjectBuilder json, Effort effort) {
        json.add("attempts", effort.attempts());
        if (effort.lastFailure() != null) {
            json.add("lastFailure", effort.lastFailure());
        }
        if (effort.nextAttempt() != null) {
            json.add("nextAttempt", JsonValues.time(effort.nextAttempt()));
        }
    }

    /** A page, without replies and faults. */
    static JsonObject page(Page<Conversation> page) {
        JsonArrayBuilder conversations = Json.createArrayBuilder();
        page.items().forEach(conversation -> conversations.add(state(conversation)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("conversations", conversations);
        if (page.next() != null) {
            json.add("next", page.next());
        }
        return json.build();
    }

    private static void addOutcome(JsonObjectBuilder json, ConversationView view) {
        if (view.reply() != null) {
            json.add("reply", JsonValues.json(view.reply()));
        }
        if (view.fault() != null) {
            json.add("fault", JsonValues.json(view.fault()));
        }
    }

    private static JsonObjectBuilder state(Conversation conversation) {
        JsonObjectBuilder json = request(conversation).add("updatedAt", JsonValues.time(conversation.updatedAt()));
        PatternState state = conversation.patternState();
        String waitsFor = state == null || conversation.status().isFinal() ? null : state.waitsFor();
        return waitsFor == null ? json : json.add("waitsFor", waitsFor);
    }

    private static JsonObjectBuilder request(Conversation conversation) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("conversationId", conversation.id())
                .add("messageId", conversation.messageId())
                .add("correlationId", conversation.correlationId())
                .add("operation", conversation.operation())
                .add("exchange", conversation.exchange().label())
                .add("status", conversation.status().name())
                .add("createdAt", JsonValues.time(conversation.createdAt()));
        return conversation.isBound() ? json.add("expiresAt", JsonValues.time(conversation.expiresAt())) : json;
    }
}
