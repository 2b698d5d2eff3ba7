package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageHeadTest {

    private static final Address QUEUE = Address.queue("reply.alice");
    private static final Address MAILBOX = Address.mailbox("answers");

    private static MessageHead head(
            String correlationId, Address replyTo, String user, Map<String, String> properties) {
        return MessageHead.of(
                new Arrival(null, "ID:1", correlationId, replyTo, properties, null, false, null, user, "", null));
    }

    @Test
    void isNamedByWhatTheBrokerSaysIfTheSenderSaysNothing() {
        MessageHead head = head(null, null, null, Map.of());

        assertThat(head).isEqualTo(new MessageHead("anonymous", "ID:1", null, null, null));
        assertThat(head.answerId()).isEqualTo("ID:1");
    }

    @Test
    void isNamedAsTheSenderSays() {
        MessageHead head = head("c-1", QUEUE, null, Map.of(Headers.MESSAGE_ID, "m-1"));

        assertThat(head).isEqualTo(new MessageHead("queue:reply.alice", "m-1", "c-1", QUEUE, null));
        assertThat(head.answerId()).isEqualTo("c-1");
        assertThat(head(null, null, null, Map.of(Headers.MESSAGE_ID, "m-1")).answerId())
                .isEqualTo("m-1");
    }

    @Test
    void isFromTheUserThatTheBrokerKnows() {
        assertThat(head(null, QUEUE, "alice", Map.of()).sender()).isEqualTo("user:alice");
    }

    @Test
    void isAnsweredInAMailboxWhereThereIsNoQueue() {
        Map<String, String> mailbox = Map.of(Headers.REPLY_TO, "mailbox:answers");

        assertThat(head(null, null, null, mailbox).replyTo()).isEqualTo(MAILBOX);
        assertThat(head(null, null, null, mailbox).sender()).isEqualTo("mailbox:answers");
        assertThat(head(null, QUEUE, null, mailbox).replyTo()).isEqualTo(QUEUE);
        assertThat(head(null, null, null, Map.of(Headers.REPLY_TO, "queue:reply.alice"))
                        .replyTo())
                .isNull();
    }

    @Test
    void saysOnceWhereItIsAnswered() {
        Map<String, String> mailbox = Map.of(Headers.REPLY_TO, "mailbox:answers");
        Arrival twice = new Arrival(null, "ID:1", null, QUEUE, mailbox, null, false, null, null, "", null);
        Arrival once = new Arrival(null, "ID:1", null, null, mailbox, null, false, null, null, "", null);

        assertThatThrownBy(() -> MessageHead.ofOneAddress(twice))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem().name()).isEqualTo("header-invalid"));
        assertThat(MessageHead.ofOneAddress(once).replyTo()).isEqualTo(MAILBOX);
    }

    @ParameterizedTest
    @CsvSource({"reply.desk, QUEUE, reply.desk", "queue:reply.desk, QUEUE, reply.desk", "mailbox:desk, MAILBOX, desk"})
    void namesAFaultAddressWithOrWithoutItsKind(String given, Address.Kind kind, String name) {
        assertThat(head(null, null, null, Map.of(Headers.FAULT_TO, given)).faultTo())
                .isEqualTo(new Address(kind, name));
    }

    @Test
    void isToldOfFaultsAtTheFirstAddressThatIsAllowed() {
        MessageHead head = head(null, QUEUE, null, Map.of(Headers.FAULT_TO, "mailbox:answers"));

        assertThat(head.faultAddress(address -> true)).contains(MAILBOX);
        assertThat(head.faultAddress(QUEUE::equals)).contains(QUEUE);
        assertThat(head.faultAddress(address -> false)).isEmpty();
        assertThat(head(null, null, null, Map.of()).faultAddress(address -> true))
                .isEmpty();
    }
}
