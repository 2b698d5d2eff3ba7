package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.exchange.ProviderCall;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.ConversationInvariants;
import dev.parley.simulation.Invariant;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import dev.parley.simulation.exchange.AskingHistory.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is promised where a provider outside of the EAR is asked. */
final class AskingInvariants {

    /** Enough for a request and its answer where nothing goes wrong. */
    private static final Duration PROMPT = Duration.ofSeconds(1);

    static final List<Invariant<AskingHistory>> ALL = List.of(
            new Invariant<>("nobody is asked more often than allowed", AskingInvariants::askedTooOften),
            new Invariant<>("each attempt is the same message", AskingInvariants::changedRequests),
            new Invariant<>("nobody is asked after an answer or the end", AskingInvariants::askedInVain),
            new Invariant<>("a provider gets what is stored", AskingInvariants::strangeRequests),
            new Invariant<>("only who was asked is heard", AskingInvariants::strangeAnswers),
            new Invariant<>("what a provider says is journaled, or dead", AskingInvariants::lostAnswers),
            new Invariant<>("what nobody waits for is dead", AskingInvariants::lostForgeries),
            new Invariant<>("the first answer counts, or there is a reason for none", AskingInvariants::wrongOutcomes),
            new Invariant<>("nothing succeeds that nobody was asked for", AskingInvariants::succeededUnasked),
            new Invariant<>("the requester gets the outcome that is stored", AskingInvariants::wrongWords),
            new Invariant<>("providers that answer at once are enough", AskingInvariants::failedWithoutNeed));

    private AskingInvariants() {}

    /** Watches the pace at which providers are asked, by clocks that may be that far apart. */
    static void watch(World world, AskingScenario.Terms terms) {
        terms.conversations().observe((before, after) -> {
            ProviderCall last = before == null ? null : call(before);
            ProviderCall next = call(after);
            if (last == null || next == null || next.attempt() == last.attempt()) {
                return;
            }
            Instant begun = terms.begun().get(after.id());
            Instant soonest = begun.plus(least(terms.providers(), last, next)).minus(terms.apart());
            if (next.attempt() != last.attempt() + 1 || after.updatedAt().isBefore(soonest)) {
                world.violated(new Violation("attempts keep their distance", after.id() + " " + last + " " + next));
            }
        });
        terms.conversations().observe((before, after) -> {
            ProviderCall next = call(after);
            boolean isNew = before == null || call(before) == null;
            if (next != null && (isNew || call(before).attempt() != next.attempt())) {
                terms.begun().put(after.id(), after.updatedAt());
            }
        });
    }

    /**
     * Another provider can be asked when the attempt is over, the same one after a pause; who comes when nobody was
     * there, after a pause alone.
     */
    private static Duration least(ScriptedProviders providers, ProviderCall last, ProviderCall next) {
        Retry retry = providers.retry;
        double grown = (double) retry.backoff().toMillis() * Math.pow(retry.multiplier(), last.attempt() - 1.0);
        double pause = Math.min(grown, (double) retry.maximum().toMillis()) * (1 - retry.jitter());
        if (last.provider() == null) {
            return Duration.ofMillis((long) pause);
        }
        return last.provider().equals(next.provider()) ? providers.timeout.plusMillis((long) pause) : providers.timeout;
    }

    private static Stream<String> askedTooOften(AskingHistory history) {
        return history.journals().stream()
                .filter(j -> j.requests().size() > most(j.conversation(), history))
                .map(Journal::toString);
    }

    private static int most(Conversation conversation, AskingHistory history) {
        return conversation.exchange() == MessageExchangePattern.IN_OUT
                ? history.providers().retry.attempts()
                : 1;
    }

    private static Stream<String> changedRequests(AskingHistory history) {
        return history.journals().stream()
                .filter(j -> !j.requests().stream()
                        .allMatch(r -> r.body().equals(j.entries().get(0).body())
                                && r.messageId().equals(j.requests().get(0).messageId())
                                && r.correlationId().equals(j.requests().get(0).correlationId())))
                .map(Journal::toString);
    }

    private static Stream<String> askedInVain(AskingHistory history) {
        return history.journals().stream()
                .filter(j -> {
                    List<JournalEntry> requests = j.requests();
                    int last = requests.isEmpty()
                            ? 0
                            : requests.get(requests.size() - 1).sequence();
                    return j.entries().stream()
                            .filter(e -> AskingHistory.isAnswer(e) || AskingHistory.isEnd(e))
                            .anyMatch(e -> e.sequence() < last
                                    && e.at().isBefore(j.conversation().expiresAt()));
                })
                .map(Journal::toString);
    }

    private static Stream<String> strangeRequests(AskingHistory history) {
        return history.providers().all.stream()
                .flatMap(p -> p.requests.stream()
                        .filter(r -> history.journals().stream().noneMatch(j -> is(r, p, j, history))))
                .map(Parcel::toString);
    }

    private static boolean is(Parcel request, ScriptedProvider provider, Journal journal, AskingHistory history) {
        Conversation conversation = journal.conversation();
        if (!conversation.id().equals(request.property(Headers.CONVERSATION_ID))
                || !mayExpireThen(request, conversation, history)) {
            return false;
        }
        return journal.requests().stream()
                .anyMatch(entry -> provider.address.toString().equals(entry.to())
                        && entry.messageId().equals(request.property(Headers.MESSAGE_ID))
                        && entry.correlationId().equals(request.correlationId())
                        && entry.body().equals(request.body())
                        && conversation.exchange().allowsFault() == (request.replyTo() != null));
    }

    /** Never, if nobody will be told and the requester has not said when. */
    private static boolean mayExpireThen(Parcel request, Conversation conversation, AskingHistory history) {
        if (conversation.exchange() == MessageExchangePattern.IN_ONLY && !history.isDeadlineGiven(conversation)) {
            return request.expiresAt() == null;
        }
        if (conversation.exchange() == MessageExchangePattern.IN_ONLY && attempt(request) > 1) {
            return request.expiresAt() == null;
        }
        return request.expiresAt() != null && !request.expiresAt().isAfter(conversation.expiresAt());
    }

    private static int attempt(Parcel request) {
        return Integer.parseInt(request.property(Headers.ATTEMPT));
    }

    private static Stream<String> strangeAnswers(AskingHistory history) {
        return history.journals().stream()
                .flatMap(j -> j.answers().stream().filter(a -> history.given().noneMatch(g -> is(g, a))))
                .map(JournalEntry::toString);
    }

    private static boolean is(Given given, JournalEntry answer) {
        return given.isUsable()
                && given.conversationId().equals(answer.conversationId())
                && given.messageId().equals(answer.messageId())
                && given.kind() == answer.kind()
                && given.body().equals(answer.body());
    }

    private static Stream<String> lostAnswers(AskingHistory history) {
        return history.arrived().filter(g -> !isKept(g, history)).map(Given::toString);
    }

    private static boolean isKept(Given given, AskingHistory history) {
        return given.isUsable()
                ? history.journals().stream().flatMap(j -> j.answers().stream()).anyMatch(a -> is(given, a))
                : history.exchanges().isDead(given.messageId());
    }

    private static Stream<String> lostForgeries(AskingHistory history) {
        return history.forger().sent.stream().filter(id -> !history.exchanges().isDead(id));
    }

    private static Stream<String> wrongOutcomes(AskingHistory history) {
        return history.journals().stream()
                .filter(j -> j.conversation().status().isFinal() && !isRight(j, history))
                .map(Journal::toString);
    }

    private static boolean isRight(Journal journal, AskingHistory history) {
        Conversation conversation = journal.conversation();
        JournalEntry result = journal.firstResult();
        boolean inTime = result != null
                && result.at().isBefore(conversation.expiresAt().minus(history.apart()))
                && !isAfterTheEnd(result, journal);
        if (inTime) {
            return conversation.exchange() == MessageExchangePattern.IN_ONLY || isOutcome(result, journal);
        }
        return switch (conversation.status()) {
            case SUCCEEDED ->
                conversation.exchange() != MessageExchangePattern.IN_OUT
                        || (result != null && isOutcome(result, journal));
            case FAULTED -> (result != null && isOutcome(result, journal)) || hasReason(journal, history);
            case EXPIRED ->
                said(journal, "expired") && !conversation.updatedAt().isBefore(conversation.expiresAt());
            case CANCELLED ->
                said(journal, "cancelled") && journal.entries().stream().anyMatch(e -> e.kind() == MessageKind.NOTICE);
            default -> false;
        };
    }

    private static boolean isAfterTheEnd(JournalEntry result, Journal journal) {
        JournalEntry end = journal.end();
        return end != null && end.sequence() < result.sequence();
    }

    /** Whether a provider's result is how it ended, and what its requester was told. */
    private static boolean isOutcome(JournalEntry result, Journal journal) {
        Conversation conversation = journal.conversation();
        JournalEntry end = journal.end();
        boolean isReply = result.kind() == MessageKind.REPLY;
        if (isReply && !conversation.exchange().allowsReply()) {
            return conversation.status() == Status.SUCCEEDED && end == null;
        }
        String told = result.body().isBlank() ? "{}" : result.body();
        return conversation.status() == (isReply ? Status.SUCCEEDED : Status.FAULTED)
                && end != null
                && end.sequence() == result.sequence() + 1
                && end.kind() == result.kind()
                && end.body().equals(told);
    }

    private static boolean hasReason(Journal journal, AskingHistory history) {
        if (said(journal, "provider-timeout")) {
            ProviderCall last = call(journal.conversation());
            int attempts = history.providers().retry.attempts();
            return last != null
                    && last.attempt() == attempts
                    && (history.providers().registerThemselves()
                            || journal.requests().size() == attempts);
        }
        if (said(journal, "provider-gone")) {
            return history.providers().isGone();
        }
        String id = journal.conversation().id();
        return said(journal, "provider-answer-unusable")
                && history.arrived()
                        .anyMatch(g -> !g.isUsable() && g.conversationId().equals(id));
    }

    private static boolean said(Journal journal, String problem) {
        JournalEntry end = journal.end();
        return end != null && end.kind() == MessageKind.FAULT && end.body().contains("urn:parley:fault:" + problem);
    }

    private static Stream<String> succeededUnasked(AskingHistory history) {
        return history.journals().stream()
                .filter(j -> j.conversation().status() == Status.SUCCEEDED
                        && j.requests().isEmpty())
                .map(Journal::toString);
    }

    private static Stream<String> wrongWords(AskingHistory history) {
        return history.exchanges()
                .answers()
                .filter(a -> history.exchanges().of(a) != null
                        && !MessageKind.ACK.label().equals(a.property(Headers.KIND)))
                .filter(a -> history.exchanges()
                        .journal(history.exchanges().of(a))
                        .noneMatch(e -> AskingHistory.isEnd(e)
                                && e.kind().label().equals(a.property(Headers.KIND))
                                && e.body().equals(a.body())))
                .map(Objects::toString);
    }

    private static Stream<String> failedWithoutNeed(AskingHistory history) {
        if (!history.providers().arePrompt() || history.providers().timeout.compareTo(PROMPT) < 0) {
            return Stream.empty();
        }
        Instant calm = history.calmAt().plus(ConversationInvariants.LATENESS);
        return history.conversations().stream()
                .filter(c -> c.createdAt().isAfter(calm)
                        && c.expiresAt().isAfter(c.createdAt().plus(PROMPT)))
                .filter(c -> c.status() != Status.SUCCEEDED && c.status() != Status.CANCELLED)
                .map(Conversation::toString);
    }

    static ProviderCall call(Conversation conversation) {
        return (ProviderCall) conversation.patternState();
    }
}
