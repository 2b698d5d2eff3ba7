package dev.parley.exchange;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Provider;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Arrivals;
import dev.parley.conversation.request.RequestReader;
import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskPolicyTest {

    private static final Instant DEADLINE = NOW.plusSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Retry RETRY = new Retry(3, Duration.ofSeconds(2), 2, Duration.ofSeconds(30), 0);
    private static final Provision NOBODY = provision();
    private static final Provision ONE = provision("p1");
    private static final Provision TWO = provision("p1", "p2");
    private static final Problem NONSENSE = CommonProblem.BODY_NOT_JSON.because("no JSON");

    private static ProviderCall call(Conversation conversation) {
        return (ProviderCall) conversation.patternState();
    }

    private final Patterns policy = new Patterns(List.of(new ExchangePattern()));

    private static Provision provision(String... queues) {
        return new Provision(
                Stream.of(queues).map(q -> new Provider(Address.queue(q), null)).toList(), TIMEOUT, RETRY);
    }

    private Decision begun(String exchange, Provision provision) {
        return begun(new Arrivals().with(Headers.EXCHANGE, exchange), provision);
    }

    private Decision begun(Arrivals arrivals, Provision provision) {
        var reading = (Reading.Accepted)
                new RequestReader(LIMITS).read(arrivals.expiresAt(DEADLINE).arrival(), NOW);
        return policy.begin(
                Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1", provision, "secret", null), NOW);
    }

    private Conversation asked(String exchange) {
        return begun(exchange, ONE).conversation();
    }

    private Decision due(Conversation state, Instant now) {
        return due(state, ONE, now);
    }

    private Decision due(Conversation state, Provision provision, Instant now) {
        return policy.decide(state, new Event.Due(provision, "{\"a\":1}"), now);
    }

    /** One attempt after the other, all in vain. */
    private Conversation silent(Conversation state, int dues) {
        Conversation current = state;
        for (int i = 0; i < dues; i++) {
            current = due(current, current.dueAt()).conversation();
        }
        return current;
    }

    private Decision answered(Conversation state, MessageKind kind, String body) {
        return answered(state, kind, body, null, NOW.plusSeconds(1));
    }

    private Decision answered(Conversation state, MessageKind kind, String body, Problem unusable, Instant now) {
        var answer = new ProviderAnswer(kind, "secret", "a1", "c1:secret", "provider", body, unusable);
        return policy.decide(state, new Event.ProviderAnswered(answer), now);
    }

    private static List<Outgoing> sent(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(e -> ((Effect.Send) e).message())
                .toList();
    }

    private static List<String> parked(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Park.class::isInstance)
                .map(e -> ((Effect.Park) e).reason().name())
                .toList();
    }

    private static List<MessageKind> noted(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Note.class::isInstance)
                .map(e -> ((Effect.Note) e).message().kind())
                .toList();
    }

    @Test
    void whatAConversationCarriesGoesWithEachAttempt() {
        Carried carried = new Carried("p1.step.a", Map.of("Step", "a"));
        var reading = (Reading.Accepted) new RequestReader(LIMITS)
                .read(new Arrivals().expiresAt(DEADLINE).arrival(), NOW);
        var request = new Event.Requested(reading.request().carrying(carried), "c1", ONE, "secret", null);
        Decision first = policy.begin(Patterns.EXCHANGE, request, NOW);
        Conversation pausing =
                due(first.conversation(), first.conversation().dueAt()).conversation();
        Decision second = due(pausing, pausing.dueAt());
        for (Decision decision : List.of(first, second)) {
            assertThat(sent(decision)).singleElement().satisfies(message -> {
                assertThat(message.messageId()).isEqualTo("p1.step.a");
                assertThat(message.properties()).containsExactly(Map.entry("Step", "a"));
            });
        }
        String stored = policy.encode(second.conversation());
        assertThat(policy.decode(Patterns.EXCHANGE, stored))
                .isEqualTo(second.conversation().patternState());
    }

    @Test
    void asksWithWhatAnAnswerNeeds() {
        Decision decision = begun("in-out", ONE);
        assertThat(decision.conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(sent(decision)).singleElement().satisfies(request -> {
            assertThat(request.to()).isEqualTo(Address.queue("p1"));
            assertThat(request.kind()).isEqualTo(MessageKind.REQUEST);
            assertThat(request.messageId()).isEqualTo("c1.Request");
            assertThat(request.correlationId()).isEqualTo("c1:secret");
            assertThat(request.body()).isEqualTo("{\"a\":1}");
            assertThat(request.request())
                    .isEqualTo(new Outgoing.Request(Address.queue("parley.replies"), 1, NOW.plus(TIMEOUT), 1, null));
        });
    }

    @Test
    void acknowledgesBeforeItAsks() {
        Decision decision = begun(new Arrivals().with(Headers.ACKNOWLEDGE, "true"), ONE);
        assertThat(sent(decision)).extracting(Outgoing::kind).containsExactly(MessageKind.ACK, MessageKind.REQUEST);
        assertThat(sent(decision).get(0).body()).contains("\"status\":\"ACCEPTED\"");
    }

    @Test
    void asksNobodyWhenItIsTooLate() {
        var reading = (Reading.Accepted)
                new RequestReader(LIMITS).read(new Arrivals().expiresAt(NOW).arrival(), NOW);
        Decision decision =
                policy.begin(Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1", ONE, "secret", null), NOW);
        assertThat(decision.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(sent(decision)).extracting(Outgoing::kind).containsExactly(MessageKind.FAULT);
    }

    @Test
    void wantsNoAnswerInOnlyAndNothingDoneAfterTheRequestersDeadline() {
        Decision decision = begun("in-only", ONE);
        assertThat(decision.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(decision).get(0).request()).isEqualTo(new Outgoing.Request(null, 1, DEADLINE, 1, null));
    }

    @Test
    void neverDropsInOnlyWhereTheRequesterGaveNoDeadline() {
        Decision decision = begunWithoutDeadline("in-only");
        assertThat(decision.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(decision).get(0).request()).isEqualTo(new Outgoing.Request(null, 1, null, 1, null));
    }

    @ParameterizedTest
    @CsvSource({"in-out, PT10S", "robust-in-only, PT1H", "in-optional-out, PT1H"})
    void limitsWhatIsWaitedForWhoeverSetTheDeadline(String exchange, Duration limit) {
        Outgoing request = sent(begunWithoutDeadline(exchange)).get(0);
        assertThat(request.request().expiresAt()).isEqualTo(NOW.plus(limit));
    }

    private Decision begunWithoutDeadline(String exchange) {
        var arrivals = new Arrivals().with(Headers.EXCHANGE, exchange);
        var reading = (Reading.Accepted) new RequestReader(LIMITS).read(arrivals.arrival(), NOW);
        return policy.begin(Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1", ONE, "secret", null), NOW);
    }

    @Test
    void pausesAndAsksTheSameAgainWithTheSameMessage() {
        Decision begun = begun("in-out", ONE);
        Decision silence = due(begun.conversation(), NOW.plus(TIMEOUT));
        assertThat(sent(silence)).isEmpty();
        assertThat(silence.effects()).containsExactly(new Effect.PassOver(Address.queue("p1")));
        assertThat(silence.conversation().dueAt()).isEqualTo(NOW.plusSeconds(12));
        Decision again = due(silence.conversation(), NOW.plusSeconds(12));
        Outgoing first = sent(begun).get(0);
        assertThat(sent(again)).singleElement().satisfies(request -> {
            assertThat(request.messageId()).isEqualTo(first.messageId());
            assertThat(request.correlationId()).isEqualTo(first.correlationId());
            assertThat(request.body()).isEqualTo(first.body());
            assertThat(request.request().attempt()).isEqualTo(2);
            assertThat(request.request().expiresAt()).isEqualTo(NOW.plusSeconds(22));
        });
    }

    @Test
    void keepsEveryAttemptInItsGroup() {
        var reading = (Reading.Accepted) new RequestReader(LIMITS).read(new Arrivals().arrival(), NOW);
        Decision begun =
                policy.begin(Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1", ONE, "secret", "g"), NOW);
        assertThat(sent(begun).get(0).request().group()).isEqualTo("g");
        Conversation pausing = silent(begun.conversation(), 1);
        assertThat(call(pausing).pausing()).isTrue();
        Decision again = due(pausing, pausing.dueAt());
        assertThat(sent(again).get(0).request().group()).isEqualTo("g");
        Conversation acknowledged =
                answered(again.conversation(), MessageKind.ACK, "").conversation();
        assertThat(call(acknowledged).group()).isEqualTo("g");
    }

    @Test
    void asksAnotherAtOnce() {
        Conversation state = begun("in-out", TWO).conversation();
        Decision decision = policy.decide(state, new Event.Due(TWO, "{}"), NOW.plus(TIMEOUT));
        assertThat(decision.effects().get(0))
                .isEqualTo(new Effect.PassOver(call(state).provider()));
        assertThat(sent(decision).get(0).to())
                .isNotEqualTo(call(state).provider())
                .isIn(Address.queue("p1"), Address.queue("p2"));
    }

    @Test
    void doesNothingBeforeItsTime() {
        Conversation state = asked("in-out");
        assertThat(due(state, NOW.plus(TIMEOUT).minusMillis(1))).isEqualTo(Decision.nothing(state));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        Conversation last = silent(asked("in-out"), 4);
        assertThat(call(last).attempt()).isEqualTo(3);
        Decision decision = due(last, last.dueAt());
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(decision)).singleElement().satisfies(f -> assertThat(f.body())
                .contains("provider-timeout", "3 times"));
    }

    @Test
    void waitsAPauseWhereNobodyIsRegistered() {
        Decision begun = begun("in-out", NOBODY);
        assertThat(begun.effects()).isEmpty();
        assertThat(begun.conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(begun.conversation().dueAt()).isEqualTo(NOW.plusSeconds(2));
        Decision still = due(begun.conversation(), NOBODY, NOW.plusSeconds(2));
        assertThat(still.effects()).isEmpty();
        assertThat(call(still.conversation()).attempt()).isEqualTo(2);
        assertThat(still.conversation().dueAt()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void asksWhoeverHasRegisteredMeanwhile() {
        Conversation waiting = begun("in-out", NOBODY).conversation();
        Decision asked = due(waiting, ONE, waiting.dueAt());
        assertThat(sent(asked)).singleElement().satisfies(request -> {
            assertThat(request.to()).isEqualTo(Address.queue("p1"));
            assertThat(request.correlationId()).isEqualTo("c1:secret");
            assertThat(request.request().attempt()).isEqualTo(2);
            assertThat(request.request().expiresAt()).isEqualTo(NOW.plusSeconds(12));
        });
    }

    @ParameterizedTest
    @CsvSource({"in-out, 1", "in-optional-out, 1", "robust-in-only, 1", "in-only, 1"})
    void failsWhereNobodyWasRegisteredAtTheLastAttempt(String exchange, int messages) {
        Conversation last = begun(exchange, NOBODY).conversation();
        for (int attempt = 2; attempt < RETRY.attempts(); attempt++) {
            last = due(last, NOBODY, last.dueAt()).conversation();
        }
        Decision decision = due(last, NOBODY, last.dueAt());
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(decision)).hasSize(messages).allSatisfy(fault -> assertThat(fault.body())
                .contains("provider-timeout", "Nobody was registered", "3 attempts"));
    }

    @Test
    void failsAtOnceWhereNobodyIsRegisteredAndThereIsOneAttempt() {
        Provision once = new Provision(List.of(), TIMEOUT, new Retry(1, Duration.ZERO, 1, Duration.ZERO, 0));
        Decision decision = begun("in-out", once);
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(decision)).extracting(Outgoing::kind).containsExactly(MessageKind.FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-out", "in-optional-out", "robust-in-only", "in-only"})
    void expiresWhereNobodyWasRegisteredByTheDeadline(String exchange) {
        Conversation waiting = begun(exchange, NOBODY).conversation();
        Decision decision = due(waiting, NOBODY, DEADLINE);
        assertThat(decision.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(sent(decision).get(0).body()).contains("Nobody was registered");
    }

    @Test
    void neverDropsInOnlyThatHadToWaitForSomebody() {
        Conversation waiting = begun("in-only", NOBODY).conversation();
        Decision asked = due(waiting, ONE, waiting.dueAt());
        assertThat(asked.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(asked).get(0).request()).isEqualTo(new Outgoing.Request(null, 2, null, 1, null));
    }

    @Test
    void hearsWhoWasAskedAndHasGoneSince() {
        Conversation pausing = due(asked("in-out"), NOBODY, NOW.plus(TIMEOUT)).conversation();
        Decision nobody = due(pausing, NOBODY, pausing.dueAt());
        assertThat(nobody.effects()).isEmpty();
        Conversation acknowledged =
                answered(nobody.conversation(), MessageKind.ACK, "").conversation();
        assertThat(acknowledged.dueAt()).isEqualTo(DEADLINE);
        assertThat(due(acknowledged, NOBODY, DEADLINE).conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(answered(nobody.conversation(), MessageKind.REPLY, "{}")
                        .conversation()
                        .status())
                .isEqualTo(Status.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({"in-out, EXPIRED, 1", "in-optional-out, SUCCEEDED, 0", "robust-in-only, SUCCEEDED, 0"})
    void endsAtTheDeadlineAsTheExchangeSays(String exchange, Status status, int messages) {
        Conversation state = asked(exchange);
        Decision decision = due(state, DEADLINE);
        assertThat(decision.conversation().status()).isEqualTo(status);
        assertThat(sent(decision)).hasSize(messages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-optional-out", "robust-in-only"})
    void asksOnceWhereSilenceIsNoFailure(String exchange) {
        assertThat(asked(exchange).dueAt()).isEqualTo(DEADLINE);
        assertThat(due(asked(exchange), NOW.plus(TIMEOUT)).effects()).isEmpty();
    }

    @Test
    void neverWaitsBeyondTheDeadline() {
        var reading = (Reading.Accepted) new RequestReader(LIMITS)
                .read(new Arrivals().expiresAt(NOW.plusSeconds(3)).arrival(), NOW);
        Decision decision =
                policy.begin(Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1", ONE, "secret", null), NOW);
        assertThat(sent(decision).get(0).request().expiresAt()).isEqualTo(NOW.plusSeconds(3));
        Conversation ended = due(decision.conversation(), NOW.plusSeconds(3)).conversation();
        assertThat(ended.status()).isEqualTo(Status.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsIfNobodyProvidesItAnyMore(boolean pausing) {
        Conversation state = silent(asked("in-out"), pausing ? 1 : 0);
        assertThat(call(state).pausing()).isEqualTo(pausing);
        Decision decision = policy.decide(state, new Event.Due(null, "{}"), state.dueAt());
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(decision).get(0).body()).contains("provider-gone");
    }

    @ParameterizedTest
    @CsvSource({
        "in-out, REPLY, SUCCEEDED, 1",
        "in-optional-out, REPLY, SUCCEEDED, 1",
        "robust-in-only, REPLY, SUCCEEDED, 0",
        "in-out, FAULT, FAULTED, 1",
        "in-optional-out, FAULT, FAULTED, 1",
        "robust-in-only, FAULT, FAULTED, 1"
    })
    void passesTheFirstAnswerOn(String exchange, MessageKind kind, Status status, int messages) {
        Decision decision = answered(asked(exchange), kind, "{\"type\":\"urn:x\"}");
        assertThat(decision.conversation().status()).isEqualTo(status);
        assertThat(noted(decision)).containsExactly(kind);
        assertThat(decision.effects().get(0)).isInstanceOf(Effect.Note.class);
        assertThat(sent(decision)).hasSize(messages).allSatisfy(m -> {
            assertThat(m.kind()).isEqualTo(kind);
            assertThat(m.body()).isEqualTo("{\"type\":\"urn:x\"}");
            assertThat(m.to()).isEqualTo(Address.queue("reply.alice"));
            assertThat(m.correlationId()).isEqualTo("ID:1");
        });
    }

    @Test
    void passesAReplyWithoutABodyOnAsOneThatSaysNothing() {
        assertThat(sent(answered(asked("in-out"), MessageKind.REPLY, "")).get(0).body())
                .isEqualTo("{}");
    }

    @Test
    void takesAnAnswerInThePauseBetweenAttempts() {
        Conversation pausing = silent(asked("in-out"), 1);
        assertThat(call(pausing).pausing()).isTrue();
        Decision decision = answered(pausing, MessageKind.REPLY, "{}");
        assertThat(decision.conversation().status()).isEqualTo(Status.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void asksNobodyAfterAnAcknowledgment(int dues) {
        Decision decision = answered(silent(asked("in-out"), dues), MessageKind.ACK, "");
        Conversation acknowledged = decision.conversation();
        assertThat(acknowledged.status()).isEqualTo(Status.RUNNING);
        assertThat(noted(decision)).containsExactly(MessageKind.ACK);
        assertThat(acknowledged.dueAt()).isEqualTo(DEADLINE);
        assertThat(due(acknowledged, DEADLINE.minusMillis(1)).effects()).isEmpty();
        Decision end = due(acknowledged, DEADLINE);
        assertThat(sent(end)).extracting(Outgoing::kind).containsExactly(MessageKind.FAULT);
        assertThat(end.conversation().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void takesTheReplyAfterItsAcknowledgmentAndTheOtherWayRound() {
        Conversation acknowledged =
                answered(asked("in-out"), MessageKind.ACK, "").conversation();
        assertThat(answered(acknowledged, MessageKind.REPLY, "{}")
                        .conversation()
                        .status())
                .isEqualTo(Status.SUCCEEDED);
        Conversation replied =
                answered(asked("in-out"), MessageKind.REPLY, "{}").conversation();
        Decision late = answered(replied, MessageKind.ACK, "");
        assertThat(late.conversation()).isEqualTo(replied);
        assertThat(late.effects()).hasSize(1);
        assertThat(noted(late)).containsExactly(MessageKind.ACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SUCCEEDED", "FAULTED", "EXPIRED", "CANCELLED"})
    void journalsAndIgnoresWhatComesAfterTheEnd(Status end) {
        Conversation ended = asked("in-out").become(end, NOW);
        for (MessageKind kind : List.of(MessageKind.ACK, MessageKind.REPLY, MessageKind.FAULT)) {
            Decision decision = answered(ended, kind, "{\"title\":\"t\"}");
            assertThat(decision.conversation()).isEqualTo(ended);
            assertThat(decision.effects()).hasSize(1);
            assertThat(noted(decision)).containsExactly(kind);
        }
        assertThat(due(ended, DEADLINE)).isEqualTo(Decision.nothing(ended));
    }

    @Test
    void journalsAndIgnoresAnAnswerToInOnly() {
        Conversation done = asked("in-only");
        Decision decision = answered(done, MessageKind.FAULT, "{\"title\":\"t\"}");
        assertThat(decision.conversation()).isEqualTo(done);
        assertThat(noted(decision)).containsExactly(MessageKind.FAULT);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"ACK", "REPLY", "FAULT"})
    void takesNoAnswerWhenTheDeadlineHasPassedAndNobodyHasSeenToIt(MessageKind kind) {
        Conversation state = asked("in-out");
        Decision decision = answered(state, kind, "{\"title\":\"t\"}", null, DEADLINE);
        assertThat(decision.conversation()).isEqualTo(state);
        assertThat(noted(decision)).containsExactly(kind);
        assertThat(sent(decision)).isEmpty();
        Decision nonsense = answered(state, kind, "x", NONSENSE, DEADLINE);
        assertThat(nonsense.conversation()).isEqualTo(state);
        assertThat(parked(nonsense)).containsExactly("body-not-json");
    }

    @Test
    void stopsJournalingAProviderThatNeverStopsAnswering() {
        Conversation ended = asked("in-out").become(Status.SUCCEEDED, NOW).journaled(1000);
        assertThat(answered(ended, MessageKind.REPLY, "{}")).isEqualTo(Decision.nothing(ended));
        Conversation open = asked("in-out").journaled(1000);
        assertThat(sent(answered(open, MessageKind.REPLY, "{}"))).hasSize(1);
    }

    @Test
    void parksWhatDoesNotKnowTheTicket() {
        Conversation state = asked("in-out");
        for (String ticket : List.of("", "Secret", "secret ", "guess")) {
            var answer = new ProviderAnswer(MessageKind.REPLY, ticket, "a1", "c1:" + ticket, "provider", "{}", null);
            Decision decision = policy.decide(state, new Event.ProviderAnswered(answer), NOW);
            assertThat(decision.conversation()).isEqualTo(state);
            assertThat(decision.effects()).hasSize(1);
            assertThat(parked(decision)).containsExactly("correlation-unknown");
        }
    }

    @Test
    void parksAnAnswerWhereNobodyWasAsked() {
        Conversation served = policy.begin(
                        Patterns.EXCHANGE,
                        new Event.Requested(
                                ((Reading.Accepted) new RequestReader(LIMITS).read(new Arrivals().arrival(), NOW))
                                        .request(),
                                "c1"),
                        NOW)
                .conversation();
        var answer = new ProviderAnswer(MessageKind.REPLY, "", "a1", "c1:", "provider", "{}", null);
        Decision decision = policy.decide(served, new Event.ProviderAnswered(answer), NOW);
        assertThat(decision.conversation()).isEqualTo(served);
        assertThat(parked(decision)).containsExactly("correlation-unknown");
    }

    @Test
    void endsWithAFaultAndParksWhatCannotBePassedOn() {
        Decision decision = answered(asked("in-out"), MessageKind.REPLY, "x", NONSENSE, NOW);
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(parked(decision)).containsExactly("body-not-json");
        assertThat(sent(decision)).singleElement().satisfies(f -> assertThat(f.body())
                .contains(
                        "provider-answer-unusable", "no JSON", "\"answer\":\"Reply\"", "\"reason\":\"body-not-json\""));
    }

    @Test
    void parksWhatCannotBePassedOnAfterTheEnd() {
        Conversation ended = asked("in-out").become(Status.SUCCEEDED, NOW);
        Decision decision = answered(ended, MessageKind.REPLY, "x", NONSENSE, NOW);
        assertThat(decision.conversation()).isEqualTo(ended);
        assertThat(decision.effects()).hasSize(1);
        assertThat(parked(decision)).containsExactly("body-not-json");
    }

    @Test
    void parksAFaultThatNobodyCanBeTold() {
        Arrivals anonymous = new Arrivals().replyTo(null).with(Headers.EXCHANGE, "robust-in-only");
        Decision decision =
                answered(begun(anonymous, ONE).conversation(), MessageKind.FAULT, "{\"title\":\"sold out\"}");
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(parked(decision)).containsExactly("fault-untold");
        assertThat(sent(decision)).singleElement().satisfies(f -> assertThat(f.to())
                .isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void isCancelledWhereverItStands(int dues) {
        Conversation state = silent(asked("in-out"), dues);
        Decision decision = policy.decide(state, new Event.Cancelled("user:alice", "too dear", false), NOW);
        assertThat(decision.conversation().status()).isEqualTo(Status.CANCELLED);
        assertThat(noted(decision)).containsExactly(MessageKind.NOTICE);
        assertThat(decision.effects()).anySatisfy(e -> assertThat(e).asString().contains("\"reason\":\"too dear\""));
        assertThat(sent(decision)).singleElement().satisfies(f -> assertThat(f.body())
                .contains("urn:parley:fault:cancelled"));
        Decision late = answered(decision.conversation(), MessageKind.REPLY, "{}");
        assertThat(late.conversation()).isEqualTo(decision.conversation());
        assertThat(sent(late)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SUCCEEDED", "FAULTED", "EXPIRED", "CANCELLED", "COMPENSATED"})
    void isNotCancelledAfterTheEnd(Status end) {
        Conversation ended = asked("in-out").become(end, NOW);
        assertThat(policy.decide(ended, new Event.Cancelled("user:alice"), NOW)).isEqualTo(Decision.nothing(ended));
    }

    @Test
    void isCancelledBeforeItsOperationRuns() {
        var reading = (Reading.Accepted) new RequestReader(LIMITS)
                .read(new Arrivals().with(Headers.ACKNOWLEDGE, "true").arrival(), NOW);
        Conversation accepted = policy.begin(Patterns.EXCHANGE, new Event.Requested(reading.request(), "c1"), NOW)
                .conversation();
        for (Conversation state : List.of(accepted, accepted.attempted(NOW))) {
            Decision decision = policy.decide(state, new Event.Cancelled("user:alice"), NOW);
            assertThat(decision.conversation().status()).isEqualTo(Status.CANCELLED);
            assertThat(policy.decide(decision.conversation(), new Event.Returned("{}"), NOW))
                    .isEqualTo(Decision.nothing(decision.conversation()));
        }
    }

    private static final Provision MAILBOX =
            new Provision(List.of(new Provider(Address.mailbox("m1"), null)), TIMEOUT, RETRY);

    private Decision withdrawn(Conversation state) {
        return policy.decide(state, new Event.Withdrawn(), NOW.plusSeconds(1));
    }

    private static String fault(Decision decision) {
        return sent(decision).get(0).body();
    }

    @Test
    void whatLiesInAMailboxIsTakenBack() {
        Decision decision = withdrawn(begun("in-out", MAILBOX).conversation());
        assertThat(decision.effects()).containsExactly(new Effect.TakeBack(Address.mailbox("m1")));
        Decision taken = policy.decide(decision.conversation(), new Event.TakenBack(1), NOW.plusSeconds(1));
        assertThat(taken.conversation().status()).isEqualTo(Status.CANCELLED);
        assertThat(fault(taken)).contains("urn:parley:fault:withdrawn");
    }

    @Test
    void whatSomebodyMayHaveIsAwaitedAndNotAskedForAgain() {
        Decision decision = withdrawn(asked("in-out"));
        assertThat(decision.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.TakeBack.class,
                        taking -> assertThat(taking.provider().kind()).isEqualTo(Address.Kind.QUEUE));
        Conversation state = decision.conversation();
        assertThat(policy.decode(Patterns.EXCHANGE, policy.encode(state))).isEqualTo(state.patternState());
        Decision late = due(state, state.dueAt());
        assertThat(late.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(fault(late)).contains("urn:parley:fault:provider-timeout");
        assertThat(answered(state, MessageKind.REPLY, "1").conversation().status())
                .isEqualTo(Status.SUCCEEDED);
    }

    /** Of two requests one may have been taken. */
    @Test
    void notAllWereTakenBack() {
        Conversation second = silent(begun("in-out", MAILBOX).conversation(), 1);
        assertThat(call(second).attempt()).isEqualTo(2);
        Conversation state = withdrawn(second).conversation();
        Decision one = policy.decide(state, new Event.TakenBack(1), NOW.plusSeconds(30));
        assertThat(one.conversation().status()).isEqualTo(Status.RUNNING);
        Decision both = policy.decide(state, new Event.TakenBack(2), NOW.plusSeconds(30));
        assertThat(both.conversation().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void inAPauseNobodyIsAskedAnyMore() {
        Conversation pausing = silent(asked("in-out"), 1);
        assertThat(call(pausing).pausing()).isTrue();
        assertThat(fault(withdrawn(pausing))).contains("urn:parley:fault:provider-timeout");
    }

    @Test
    void nobodyWasThereToBeAsked() {
        assertThat(fault(withdrawn(begun("in-out", NOBODY).conversation()))).contains("urn:parley:fault:withdrawn");
    }

    private Conversation ofAConversation() {
        var reading = (Reading.Accepted) new RequestReader(LIMITS)
                .read(new Arrivals().expiresAt(DEADLINE).arrival(), NOW);
        Envelope r = reading.request();
        Envelope asking = new Envelope(
                r.operation(),
                r.body(),
                r.exchange(),
                "conversation:p1",
                null,
                "p1.ask.step.a",
                "k1",
                new Parent("process", "p1").address(),
                null,
                false,
                "step.a",
                null,
                DEADLINE,
                1);
        return policy.begin(Patterns.EXCHANGE, new Event.Requested(asking, "c1", ONE, "secret", null), NOW)
                .conversation();
    }

    @Test
    void aConversationIsToldOfALateAnswer() {
        Conversation given = silent(ofAConversation(), 5);
        assertThat(given.status()).isEqualTo(Status.FAULTED);
        assertThat(answered(given, MessageKind.REPLY, "1").effects())
                .contains(new Effect.TellLate(MessageKind.REPLY, "1", "a1"));
        assertThat(answered(given, MessageKind.ACK, "1").effects()).noneMatch(Effect.TellLate.class::isInstance);
    }

    @Test
    void nobodyIsToldOfWhatWasAnsweredTwice() {
        Conversation done = answered(ofAConversation(), MessageKind.REPLY, "1").conversation();
        assertThat(answered(done, MessageKind.REPLY, "2").effects()).noneMatch(Effect.TellLate.class::isInstance);
        Conversation others = silent(asked("in-out"), 5);
        assertThat(answered(others, MessageKind.REPLY, "1").effects()).noneMatch(Effect.TellLate.class::isInstance);
    }
}
