package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.conversation.Ticket;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerReceptionTest {

    private static final Envelope REQUEST = request("m1", "{\"a\":1}", true);

    private final ScriptedOperation operation = new ScriptedOperation(() -> "{}");
    private final Workbench bench = new Workbench(operation);
    private String correlationId;

    @BeforeEach
    void ask() {
        bench.directory.enter(Providers.at("p1"));
        bench.receive(REQUEST);
        correlationId = Providers.lastRequest(bench).correlationId();
    }

    private void answer(MessageKind kind, String body) {
        bench.answer(correlationId, kind, body, 0);
    }

    private List<String> journal() {
        return bench.store.journal.stream()
                .map(e -> e.sequence() + " " + e.direction() + " " + e.kind())
                .toList();
    }

    @Test
    void asksInTheTransactionThatAcceptsTheRequest() {
        assertThat(operation.calls).isEmpty();
        assertThat(bench.gateway.queued).isEmpty();
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, MessageKind.REQUEST);
        assertThat(bench.store.status("c1")).isEqualTo(Status.RUNNING);
        assertThat(journal()).containsExactly("1 IN REQUEST", "2 OUT ACK", "3 OUT REQUEST");
    }

    @Test
    void asksUnderATicketThatNobodyGuesses() {
        bench.receive(request("m2", "{}", false));
        String other = Providers.lastRequest(bench).correlationId();
        assertThat(Ticket.of(correlationId).orElseThrow().secret()).hasSize(24);
        assertThat(Ticket.of(other).orElseThrow().secret())
                .isNotEqualTo(Ticket.of(correlationId).orElseThrow().secret());
    }

    @Test
    void passesTheReplyOnAndStoresIt() {
        bench.gateway.sent.clear();
        answer(MessageKind.REPLY, "{\"b\":2}");
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent).singleElement().satisfies(reply -> {
            assertThat(reply.kind()).isEqualTo(MessageKind.REPLY);
            assertThat(reply.correlationId()).isEqualTo("m1");
            assertThat(reply.body()).isEqualTo("{\"b\":2}");
        });
        assertThat(journal())
                .containsExactly("1 IN REQUEST", "2 OUT ACK", "3 OUT REQUEST", "4 IN REPLY", "5 OUT REPLY");
        assertThat(bench.store.conversations.get("c1").sequence()).isEqualTo(5);
    }

    @Test
    void journalsASecondAnswerAndIgnoresIt() {
        answer(MessageKind.REPLY, "{\"b\":2}");
        bench.gateway.sent.clear();
        answer(MessageKind.FAULT, "{\"title\":\"t\"}");
        assertThat(bench.gateway.sent).isEmpty();
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
        assertThat(journal()).last().isEqualTo("6 IN FAULT");
        assertThat(bench.store.conversations.get("c1").sequence()).isEqualTo(6);
    }

    /** Another session has the other answer, and would count to the same number. */
    @Test
    void locksTheConversationBeforeItCountsItsMessages() {
        assertThat(bench.store.locked).isEmpty();
        answer(MessageKind.ACK, "{}");
        assertThat(bench.store.locked).containsExactly("c1");
    }

    @Test
    void takesTheFirstOfTwoInOneBatch() {
        bench.gateway.sent.clear();
        bench.answers(correlationId, "{\"b\":1}", "{\"b\":2}");
        assertThat(bench.gateway.sent).extracting(Outgoing::body).containsExactly("{\"b\":1}");
        assertThat(journal()).endsWith("4 IN REPLY", "5 OUT REPLY", "6 IN REPLY");
    }

    @Test
    void parksForgedAndForeignAnswersAndTakesTheOthersOfTheBatch() {
        bench.answer("c1:guess", MessageKind.REPLY, "{}", 0);
        bench.answer("c1:", MessageKind.REPLY, "{}", 0);
        bench.answer("elsewhere", MessageKind.REPLY, "{}", 0);
        bench.answer(null, MessageKind.REPLY, "{}", 0);
        assertThat(bench.gateway.parked).extracting(Problem::name).hasSize(4).containsOnly("correlation-unknown");
        assertThat(bench.store.status("c1")).isEqualTo(Status.RUNNING);
        assertThat(bench.store.journal).hasSize(3);
        answer(MessageKind.REPLY, "{}");
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void looksAgainForAConversationThatIsNotThereYet() {
        bench.answer("c9:ticket", MessageKind.REPLY, "{}", 0);
        bench.answer("c9:ticket", MessageKind.REPLY, "{}", 13);
        assertThat(bench.later).containsExactly(1, 14);
        assertThat(bench.gateway.parked).isEmpty();
        bench.answer("c9:ticket", MessageKind.REPLY, "{}", 14);
        assertThat(bench.gateway.parked).extracting(Problem::name).containsExactly("conversation-missing");
        assertThat(bench.later).hasSize(2);
    }

    @Test
    void endsWhatAProviderAnswersWithNonsense() {
        bench.gateway.sent.clear();
        answer(MessageKind.REPLY, "nonsense");
        assertThat(bench.store.status("c1")).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.parked).extracting(Problem::name).containsExactly("body-not-json");
        assertThat(bench.gateway.sent).singleElement().satisfies(f -> assertThat(f.body())
                .contains("provider-answer-unusable"));
    }

    @Test
    void answersARepeatedRequestAgainWhileAProviderIsAsked() {
        bench.gateway.sent.clear();
        Receipt receipt = bench.receive(REQUEST).get(0);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK);
        assertThat(receipt.view().conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(receipt.view().reply()).isNull();
        assertThat(bench.store.journal).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"REPLY", "FAULT"})
    void answersARepeatedRequestAgainWithWhatTheProviderSaid(MessageKind kind) {
        answer(kind, "{\"title\":\"t\"}");
        bench.gateway.sent.clear();
        Receipt receipt = bench.receive(REQUEST).get(0);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, kind);
        assertThat(bench.gateway.sent).allSatisfy(m -> assertThat(m.request()).isNull());
        assertThat(
                        kind == MessageKind.REPLY
                                ? receipt.view().reply()
                                : receipt.view().fault())
                .isEqualTo("{\"title\":\"t\"}");
    }

    @Test
    void journalsAnAcknowledgmentOfTheProviderButDoesNotPassItOn() {
        bench.gateway.sent.clear();
        answer(MessageKind.ACK, "");
        assertThat(bench.gateway.sent).isEmpty();
        assertThat(journal()).last().isEqualTo("4 IN ACK");
        bench.receive(REQUEST);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK);
        assertThat(bench.gateway.sent.get(0).body()).contains("ACCEPTED");
    }

    @Test
    void refusesAnotherRequestUnderTheSameIdWhileAProviderIsAsked() {
        Receipt receipt = bench.receive(request("m1", "{\"a\":2}", true)).get(0);
        assertThat(receipt.problem().name()).isEqualTo("message-id-reused");
        assertThat(bench.store.status("c1")).isEqualTo(Status.RUNNING);
    }

    @Test
    void journalsAnAnswerToInOnly() {
        bench.receive(request("m2", "{}", false, "only", MessageExchangePattern.IN_ONLY));
        Outgoing asked = Providers.lastRequest(bench);
        assertThat(asked.request().replyTo()).isNull();
        bench.gateway.sent.clear();
        bench.answer(asked.correlationId(), MessageKind.FAULT, "{\"title\":\"t\"}", 0);
        assertThat(bench.gateway.sent).isEmpty();
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(bench.store.journal)
                .filteredOn(e -> e.conversationId().equals("only") && e.direction() == Direction.IN)
                .extracting(JournalEntry::kind)
                .containsExactly(MessageKind.REQUEST, MessageKind.FAULT);
    }
}
