package dev.parley.simulation.turn;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.ConversationHistory;
import dev.parley.simulation.Parcel;
import dev.parley.turn.EarlyTurn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is there at the end of a schedule.
 *
 * @param stored the conversations by id
 * @param journal the journal
 * @param effects what the turns did
 * @param kept what is kept still
 * @param takers who took turns
 * @param dead the dead queue
 * @param calmAt from when on nothing went wrong any more
 */
record TurnHistory(
        Map<String, Conversation> stored,
        List<JournalEntry> journal,
        List<TurnEffect> effects,
        List<EarlyTurn> kept,
        List<TurnTaker> takers,
        List<Parcel> dead,
        Instant calmAt)
        implements ConversationHistory {

    @Override
    public List<Conversation> conversations() {
        return List.copyOf(stored.values());
    }

    List<TurnEffect> effects(String conversationId) {
        return effects.stream()
                .filter(e -> e.conversationId().equals(conversationId))
                .sorted(Comparator.comparing(TurnEffect::turn))
                .toList();
    }

    Stream<Parcel> answers(MessageKind kind) {
        return takers.stream().flatMap(t -> t.answers.stream()).filter(a -> kind.label()
                .equals(a.property(Headers.KIND)));
    }
}
