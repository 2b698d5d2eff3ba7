package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Invariant;
import dev.parley.simulation.errand.Errand;
import dev.parley.simulation.errand.ErrandPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What asking an operation promises to the pattern that does. */
final class ErrandInvariants {

    static final List<Invariant<ExchangeHistory>> ALL = List.of(
            new Invariant<>("what is asked under one key is one exchange", ErrandInvariants::askedTwice),
            new Invariant<>("what is asked takes effect at most once", ErrandInvariants::effectsTwice),
            new Invariant<>("an exchange has no more time than whoever asked", ErrandInvariants::later),
            new Invariant<>("whoever asked has each answer once", ErrandInvariants::answeredOtherThanOnce),
            new Invariant<>("an errand says what its answers say", ErrandInvariants::otherThanAnswers));

    private ErrandInvariants() {}

    private static Stream<Conversation> asked(ExchangeHistory history) {
        return history.conversations().stream().filter(c -> Parent.at(c.replyTo()) != null);
    }

    private static Conversation parent(Conversation asked, ExchangeHistory history) {
        return history.stored().get(Parent.at(asked.replyTo()).id());
    }

    private static Stream<String> askedTwice(ExchangeHistory history) {
        Map<String, Integer> counts = new HashMap<>();
        asked(history).forEach(c -> counts.merge(c.messageId(), 1, Integer::sum));
        return counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Object::toString);
    }

    private static Stream<String> effectsTwice(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> history.effects(c) > 1)
                .map(Conversation::toString);
    }

    private static Stream<String> later(ExchangeHistory history) {
        return asked(history)
                .filter(c -> c.expiresAt().isAfter(parent(c, history).expiresAt()))
                .map(Conversation::toString);
    }

    private static Stream<String> answeredOtherThanOnce(ExchangeHistory history) {
        return asked(history)
                .filter(c -> answers(c, history).count() != 1)
                .map(c -> c.id() + " is " + c.status() + ", and its parent got "
                        + answers(c, history).toList());
    }

    private static Stream<JournalEntry> answers(Conversation asked, ExchangeHistory history) {
        String from = Parent.of(asked).address().toString();
        String body = history.journal(asked)
                .filter(e -> e.direction() == Direction.OUT && e.kind() != MessageKind.REQUEST)
                .map(JournalEntry::body)
                .findFirst()
                .orElse("none was sent");
        return history.journal(parent(asked, history))
                .filter(e -> e.from().equals(from)
                        && e.direction() == Direction.IN
                        && e.body().equals(body));
    }

    private static Stream<String> otherThanAnswers(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> c.pattern().equals(ErrandPattern.NAME))
                .filter(c -> c.status() == Status.SUCCEEDED || c.status() == Status.FAULTED)
                .filter(c -> !fits((Errand) c.patternState(), c.status()))
                .map(Conversation::toString);
    }

    private static boolean fits(Errand errand, Status status) {
        return errand.answers().size() == errand.operations().size() && errand.faults() == (status == Status.FAULTED);
    }
}
