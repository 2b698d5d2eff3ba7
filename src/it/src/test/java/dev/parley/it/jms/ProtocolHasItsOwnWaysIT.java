package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.client.StompParticipant.Frame;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page about protocols says of the broker: a change of it is to be seen here. */
@Tag(Once.TAG)
class ProtocolHasItsOwnWaysIT extends JmsTest {

    private static final String REQUESTS = ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS;
    private static final Duration A_WHILE = Duration.ofMillis(1500);

    private final String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");

    ProtocolHasItsOwnWaysIT(ParleyServer server) {
        super(server);
    }

    private void ask(StompParticipant stomp) throws IOException {
        ask(stomp, Map.of());
    }

    private void ask(StompParticipant stomp, Map<String, String> more) throws IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.putIfAbsent("reply-to", replies);
        headers.put("type", PLACE_ORDER);
        stomp.send(REQUESTS, headers, order());
    }

    private void subscribe(StompParticipant stomp) throws IOException {
        stomp.tell(
                "SUBSCRIBE",
                Map.of("id", "0", "destination", replies, "subscription-type", "ANYCAST", "ack", "client-individual"));
    }

    private Frame asked(StompParticipant stomp) throws IOException {
        subscribe(stomp);
        ask(stomp);
        return stomp.expect("MESSAGE");
    }

    private static Map<String, String> of(Frame message) {
        return Map.of("id", String.valueOf(message.headers().get("ack")));
    }

    private boolean isThereAgain() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            subscribe(stomp);
            return stomp.poll(A_WHILE).isPresent();
        }
    }

    @Test
    void stompGivesBackWhatIsNotAcknowledged() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            asked(stomp);
        }
        assertThat(isThereAgain()).isTrue();
    }

    @Test
    void stompThrowsAwayWhatIsRefusedByNack() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.tell("NACK", of(asked(stomp)));
        }
        assertThat(isThereAgain()).isFalse();
    }

    @Test
    void stompAcknowledgesInATransactionThatIsAborted() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            Frame message = asked(stomp);
            stomp.tell("BEGIN", Map.of("transaction", "t"));
            Map<String, String> ack = new HashMap<>(of(message));
            ack.put("transaction", "t");
            stomp.tell("ACK", ack);
            stomp.tell("ABORT", Map.of("transaction", "t"));
        }
        assertThat(isThereAgain()).isFalse();
    }

    @Test
    void stompSendsNothingInATransactionThatIsAborted() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            subscribe(stomp);
            stomp.tell("BEGIN", Map.of("transaction", "t"));
            ask(stomp, Map.of("transaction", "t"));
            stomp.tell("ABORT", Map.of("transaction", "t"));
            assertThat(stomp.poll(A_WHILE)).isEmpty();
        }
    }

    @Test
    void stompSubscribesToAQueueThatItDoesNotCallOne() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.tell("SUBSCRIBE", Map.of("id", "0", "destination", replies));
            ask(stomp);
            assertThat(stomp.expect("MESSAGE").headers()).containsEntry("Kind", "Reply");
        }
    }

    @Test
    void stompTakesJmsReplyToForReplyTo() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            subscribe(stomp);
            stomp.send(REQUESTS, Map.of("JMSReplyTo", replies, "JMSType", PLACE_ORDER), order());
            assertThat(stomp.expect("MESSAGE").headers()).containsEntry("Kind", "Reply");
        }
    }

    @Test
    void theBrokerDropsTheSecondMessageWithOneDuplicateId() throws IOException {
        String once = fresh("once");
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            subscribe(stomp);
            ask(stomp, Map.of("_AMQ_DUPL_ID", once));
            stomp.expect("MESSAGE");
            ask(stomp, Map.of("_AMQ_DUPL_ID", once));
            assertThat(stomp.poll(A_WHILE)).isEmpty();
        }
        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).property("_AMQ_DUPL_ID", fresh("once")))
                        .kind())
                .isEqualTo("Reply");
    }
}
