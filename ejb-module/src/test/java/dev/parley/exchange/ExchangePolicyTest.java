package dev.parley.exchange;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Arrivals;
import dev.parley.conversation.request.RequestReader;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.OperationFault;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangePolicyTest {

    private static final Problem OUT_OF_STOCK = new OperationFault("out-of-stock").because("d");

    private final Patterns policy = new Patterns(List.of(new ExchangePattern()));

    private static Envelope request(Arrivals arrivals) {
        return ((Reading.Accepted) new RequestReader(LIMITS).read(arrivals.arrival(), NOW)).request();
    }

    private Decision begun(Arrivals arrivals) {
        return policy.begin(Patterns.EXCHANGE, new Event.Requested(request(arrivals), "c1"), NOW);
    }

    private static List<MessageKind> sent(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(e -> ((Effect.Send) e).message())
                .filter(m -> m.to() != null)
                .map(Outgoing::kind)
                .toList();
    }

    private static boolean parks(Decision decision) {
        return decision.effects().stream().anyMatch(Effect.Park.class::isInstance);
    }

    @Test
    void runsAtOnceWhatNeedsNoAcknowledgment() {
        Decision decision = begun(new Arrivals());
        assertThat(decision.conversation().status()).isEqualTo(Status.ACCEPTED);
        assertThat(decision.effects()).containsExactly(new Effect.Run(true));
    }

    @Test
    void acknowledgesBeforeTheOperationRuns() {
        Decision decision = begun(new Arrivals().with(Headers.ACKNOWLEDGE, "true"));
        assertThat(sent(decision)).containsExactly(MessageKind.ACK);
        assertThat(decision.effects()).last().isEqualTo(new Effect.Run(false));
        Outgoing ack = ((Effect.Send) decision.effects().get(0)).message();
        assertThat(ack.body()).contains("\"conversationId\":\"c1\"", "\"status\":\"ACCEPTED\"");
        assertThat(ack.correlationId()).isEqualTo("ID:1");
    }

    @Test
    void doesNotRunWhatCameTooLate() {
        Decision decision = begun(new Arrivals().expiresAt(NOW));
        assertThat(decision.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(sent(decision)).containsExactly(MessageKind.FAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "in-out, {}, REPLY",
        "in-out, , REPLY",
        "in-optional-out, {}, REPLY",
        "in-optional-out, , ",
        "robust-in-only, {}, ",
        "in-only, {}, "
    })
    void repliesAsTheExchangeSays(String exchange, String result, MessageKind expected) {
        Conversation accepted =
                begun(new Arrivals().with(Headers.EXCHANGE, exchange)).conversation();
        Decision decision = policy.decide(accepted, new Event.Returned(result), NOW);
        assertThat(decision.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(decision)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"in-out, true", "in-optional-out, true", "robust-in-only, true", "in-only, false"})
    void tellsOfAFaultAsTheExchangeSays(String exchange, boolean told) {
        Conversation accepted =
                begun(new Arrivals().with(Headers.EXCHANGE, exchange)).conversation();
        Decision decision = policy.decide(accepted, new Event.Faulted(OUT_OF_STOCK), NOW);
        assertThat(decision.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(decision)).isEqualTo(told ? List.of(MessageKind.FAULT) : List.of());
        assertThat(parks(decision)).isEqualTo(!told);
    }

    @Test
    void sendsFaultsToFaultTo() {
        Conversation accepted =
                begun(new Arrivals().with(Headers.FAULT_TO, "reply.faults")).conversation();
        Decision decision = policy.decide(accepted, new Event.Faulted(OUT_OF_STOCK), NOW);
        Outgoing fault = ((Effect.Send) decision.effects().get(0)).message();
        assertThat(fault.to()).isEqualTo(Address.queue("reply.faults"));
    }

    @Test
    void parksAndTellsOfWhatItGaveUpWithoutTheCause() {
        Conversation accepted = begun(new Arrivals()).conversation();
        Decision decision = policy.decide(accepted, new Event.GaveUp(5, "secret stack"), NOW);
        assertThat(sent(decision)).containsExactly(MessageKind.FAULT);
        assertThat(parks(decision)).isTrue();
        assertThat(((Effect.Send) decision.effects().get(0)).message().body())
                .contains("operation-failed")
                .doesNotContain("secret stack");
    }

    @Test
    void endsAtTheDeadlineAndNotBefore() {
        Conversation accepted =
                begun(new Arrivals().expiresAt(NOW.plusSeconds(5))).conversation();
        assertThat(policy.decide(accepted, new Event.Due(), NOW.plusSeconds(4)).effects())
                .isEmpty();
        Decision decision = policy.decide(accepted, new Event.Due(), NOW.plusSeconds(5));
        assertThat(decision.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(sent(decision)).containsExactly(MessageKind.FAULT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SUCCEEDED", "FAULTED", "EXPIRED", "CANCELLED", "COMPENSATED"})
    void changesNothingAfterTheEnd(Status end) {
        Conversation ended = begun(new Arrivals()).conversation().become(end, NOW);
        for (Event late : List.of(
                new Event.Returned("{}"), new Event.Faulted(OUT_OF_STOCK), new Event.GaveUp(5, ""), new Event.Due())) {
            assertThat(policy.decide(ended, late, NOW.plusSeconds(9999))).isEqualTo(Decision.nothing(ended));
        }
    }

    @Test
    void answersARepeatedRequestWithWhatWasSent() {
        Conversation ended = begun(new Arrivals()).conversation().become(Status.SUCCEEDED, NOW);
        JournalEntry reply = new JournalEntry(
                "c1",
                2,
                Direction.OUT,
                MessageKind.REPLY,
                "place-order",
                "parley",
                "queue:reply.alice",
                "c1.Reply",
                "ID:1",
                NOW,
                "{}");
        Event again = new Event.Repeated(request(new Arrivals().correlationId("c-2")), true, List.of(reply));
        Decision decision = policy.decide(ended, again, NOW);
        assertThat(decision.effects()).singleElement().isInstanceOfSatisfying(Effect.SendAgain.class, effect -> {
            assertThat(effect.message().messageId()).isEqualTo("c1.Reply");
            assertThat(effect.message().correlationId()).isEqualTo("c-2");
        });
        assertThat(decision.conversation()).isEqualTo(ended);
    }

    @Test
    void refusesAMessageIdUsedForSomethingElse() {
        Conversation accepted = begun(new Arrivals()).conversation();
        Decision decision = policy.decide(accepted, new Event.Repeated(request(new Arrivals()), false, List.of()), NOW);
        assertThat(decision.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.SendAgain.class,
                        effect -> assertThat(effect.message().body()).contains("message-id-reused"));
        assertThat(decision.conversation()).isEqualTo(accepted);
    }
}
