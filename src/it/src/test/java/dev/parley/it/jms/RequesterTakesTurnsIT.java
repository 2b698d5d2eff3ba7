package dev.parley.it.jms;

import static dev.parley.it.client.Samples.BARGAIN;
import static dev.parley.it.client.Samples.BARGAIN_QUICKLY;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.offer;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequesterTakesTurnsIT extends JmsTest {

    private final String conversation = fresh("bargain");

    RequesterTakesTurnsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void takesOneAfterTheOther() {
        Answer first = alice.ask(turn(1, 60).state("note 1"));
        Answer second = alice.ask(turn(2, 72).state("note 2"));
        Answer last = alice.ask(turn(3, 74));

        assertReply(first, 1, 80, false);
        assertThat(first.messageId()).isEqualTo(conversation + ".Reply");
        assertThat(first.state()).isEqualTo("note 1");
        assertReply(second, 2, 76, false);
        assertThat(second.messageId()).isEqualTo(conversation + ".2.Reply");
        assertThat(second.state()).isEqualTo("note 2");
        assertReply(last, 3, 74, true);
        assertThat(last.state()).isNull();
        assertThat(status()).isEqualTo("SUCCEEDED");
    }

    @Test
    void learnsFromTheFirstReplyWhichConversationItIs() {
        Answer first = alice.ask(JmsRequest.to(BARGAIN).text(offer(60)));
        Answer second = alice.ask(JmsRequest.to(BARGAIN)
                .text(offer(80))
                .property("ConversationId", String.valueOf(first.conversationId()))
                .property("Turn", 2));

        assertThat(first.turn()).isEqualTo("1");
        assertThat(second.turn()).isEqualTo("2");
        assertThat(second.json().path("agreed").asBoolean()).isTrue();
    }

    @Test
    void mayBeOutOfOrder() {
        alice.send(turn(3, 74));
        alice.send(turn(2, 72));
        alice.send(turn(1, 60));

        List<Answer> answers = answers(3);
        assertReply(answers.get(0), 1, 80, false);
        assertReply(answers.get(1), 2, 76, false);
        assertReply(answers.get(2), 3, 74, true);
    }

    @Test
    void isToldThatAnEarlyTurnIsKept() {
        Answer ack = alice.ask(turn(2, 80).acknowledge().correlationId("early"));
        alice.send(turn(1, 60));
        List<Answer> answers = answers(2);

        assertThat(ack.kind()).isEqualTo("Ack");
        assertThat(ack.turn()).isEqualTo("2");
        assertThat(ack.correlationId()).isEqualTo("early");
        assertReply(answers.get(0), 1, 80, false);
        assertReply(answers.get(1), 2, 80, true);
        assertThat(answers.get(1).correlationId()).isEqualTo("early");
    }

    @Test
    void isAnsweredAgainInEveryState() {
        JmsRequest first = turn(1, 60).messageId(fresh("offer")).correlationId("first");
        Answer once = alice.ask(first);
        Answer again = alice.ask(first);
        alice.ask(turn(2, 80));
        Answer afterTheEnd = alice.ask(first);

        assertThat(again).isEqualTo(once);
        assertThat(afterTheEnd).isEqualTo(once);
        assertThat(turnsTaken()).isEqualTo(2);
    }

    @Test
    void isAnsweredAgainAlsoUnderAnotherId() {
        Answer once = alice.ask(turn(1, 60).correlationId("one"));
        Answer again = alice.ask(turn(1, 60).correlationId("other"));

        assertThat(again.json()).isEqualTo(once.json());
        assertThat(again.messageId()).isEqualTo(once.messageId());
        assertThat(again.correlationId()).isEqualTo("other");
        assertThat(turnsTaken()).isEqualTo(1);
    }

    @Test
    void mayNotTakeATurnTwiceWithAnotherRequest() {
        alice.ask(turn(1, 60));
        assertFault(alice.ask(turn(1, 70)), "turn-taken");
        assertReply(alice.ask(turn(2, 80)), 2, 80, true);
    }

    @Test
    void mayNotUseAMessageIdAgain() {
        String id = fresh("offer");
        alice.ask(turn(1, 60).messageId(id));
        assertFault(alice.ask(turn(1, 70).messageId(id)), "message-id-reused");
        assertFault(alice.ask(turn(2, 80).messageId(id)), "message-id-reused");
        assertReply(alice.ask(turn(2, 80).messageId(fresh("offer"))), 2, 80, true);
    }

    @Test
    void mayNotRunTooFarAhead() {
        alice.ask(turn(1, 60));
        assertFault(alice.ask(turn(102, 70)), "turn-too-far");
    }

    @Test
    void isToldWhatBecomesOfTurnsThatAreLeft() {
        alice.ask(turn(1, 60));
        alice.send(turn(3, 90).correlationId("left"));
        alice.send(turn(2, 80));

        List<Answer> answers = List.of(alice.replies().next(), alice.replies().next());
        assertThat(answers).extracting(Answer::kind).containsExactlyInAnyOrder("Reply", "Fault");
        Answer fault = answers.stream()
                .filter(a -> "Fault".equals(a.kind()))
                .findFirst()
                .orElseThrow();
        assertFault(fault, "conversation-ended");
        assertThat(fault.correlationId()).isEqualTo("left");
        assertFault(alice.ask(turn(4, 90)), "conversation-ended");
    }

    @WaitingTest
    void hasOnlySoLongForItsNextTurn() {
        Answer first = alice.ask(named(BARGAIN_QUICKLY, 1, 60).correlationId("first"));
        Answer missed = alice.replies().next();

        assertThat(first.kind()).isEqualTo("Reply");
        assertFault(missed, "turn-missed");
        assertThat(missed.correlationId()).isEqualTo("first");
        assertThat(missed.turn()).isEqualTo("2");
        assertThat(status()).isEqualTo("EXPIRED");
        assertFault(alice.ask(named(BARGAIN_QUICKLY, 2, 80)), "conversation-ended");
    }

    @WaitingTest
    void isToldIfTheFirstTurnNeverComes() {
        Answer fault = alice.ask(turn(2, 80).timeToLive(Duration.ofSeconds(3)));

        assertFault(fault, "conversation-ended");
        assertThat(status()).isEqualTo("EXPIRED");
    }

    @WaitingTest
    void isToldInTimeThatAKeptTurnCameToNothing() {
        alice.ask(turn(1, 60));
        Answer fault = alice.ask(turn(3, 80).timeToLive(Duration.ofSeconds(2)).correlationId("kept"));

        assertFault(fault, "expired");
        assertThat(fault.correlationId()).isEqualTo("kept");
        assertReply(alice.ask(turn(2, 80)), 2, 80, true);
    }

    @Test
    void endsWithAFaultOfTheOperation() {
        alice.ask(turn(1, 60));
        Answer fault = alice.ask(turn(2, 10));

        assertFault(fault, "offer-too-low");
        assertThat(fault.messageId()).isEqualTo(conversation + ".2.Fault");
        assertThat(status()).isEqualTo("FAULTED");
    }

    @Test
    void doesNotTakeTurnsWhereThereAreNone() {
        assertFault(alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).property("Turn", 1)), "turn-unsupported");
    }

    private List<Answer> answers(int count) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(alice.replies().next());
        }
        // Those of one transaction come in order, but they need not be of one.
        answers.sort(Comparator.comparing(a -> String.valueOf(a.turn())));
        return answers;
    }

    private JmsRequest turn(int turn, int price) {
        return named(BARGAIN, turn, price);
    }

    private JmsRequest named(String operation, int turn, int price) {
        return JmsRequest.to(operation)
                .text(offer(price))
                .property("ConversationId", conversation)
                .property("Turn", turn);
    }

    private String status() {
        return olga.conversation(conversation).send().conversationStatus();
    }

    private long turnsTaken() {
        var messages = olga.messages(conversation).send().json().path("messages");
        long requests = 0;
        for (var message : messages) {
            requests += message.path("kind").asText().equals("Request") ? 1 : 0;
        }
        return requests;
    }

    private static void assertReply(Answer answer, int turn, double price, boolean agreed) {
        assertThat(answer.kind()).as(answer.text()).isEqualTo("Reply");
        assertThat(answer.turn()).isEqualTo(String.valueOf(turn));
        assertThat(answer.json().path("price").asDouble()).isEqualTo(price);
        assertThat(answer.json().path("offers").asInt()).isEqualTo(turn);
        assertThat(answer.json().path("agreed").asBoolean()).isEqualTo(agreed);
    }

    private static void assertFault(Answer answer, String problem) {
        assertThat(answer.kind()).as(answer.text()).isEqualTo("Fault");
        assertThat(answer.problem()).isEqualTo("urn:parley:fault:" + problem);
    }
}
