package dev.parley.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import dev.parley.message.Caller;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.relay.mailbox.RelayProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailboxBufferTest {

    private static final Address MAILBOX = Address.mailbox("answers");
    private static final Problem FULL = RelayProblem.MAILBOX_FULL.because("It is full.");

    private final List<Outgoing> put = new ArrayList<>();
    private final List<WireMessage> parked = new ArrayList<>();
    private @Nullable Problem refusal;

    private final MailboxBuffer post = new MailboxBuffer(new MailboxDelivery() {
        @Override
        public List<@Nullable Problem> put(List<Outgoing> messages) {
            put.addAll(messages);
            List<@Nullable Problem> refused = new ArrayList<>();
            messages.forEach(message -> refused.add(refusal));
            return refused;
        }

        @Override
        public OptionalLong mark(@Nullable Caller caller, String mailbox) {
            return OptionalLong.of(1);
        }
    });

    @Test
    void takesOnlyWhatGoesToMailboxes() {
        assertThat(post.take(message(MAILBOX, MessageKind.REPLY))).isTrue();
        assertThat(post.take(message(Address.queue("reply.alice"), MessageKind.REPLY)))
                .isFalse();
        assertThat(put).isEmpty();

        post.deliver(parked::add);
        post.deliver(parked::add);

        assertThat(put).hasSize(1);
        assertThat(parked).isEmpty();
    }

    @Test
    void parksAnAnswerThatIsNotTaken() {
        refusal = FULL;
        post.take(message(MAILBOX, MessageKind.REPLY));
        post.deliver(parked::add);

        assertThat(parked).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(Queues.DEAD);
            assertThat(message.properties().get("Reason")).asString().contains("mailbox-full");
            assertThat(message.properties()).containsEntry("ParkedFrom", "mailbox:answers");
        });
    }

    @Test
    void leavesOutAnAcknowledgmentThatIsNotTaken() {
        refusal = FULL;
        post.take(message(MAILBOX, MessageKind.ACK));
        post.deliver(parked::add);

        assertThat(parked).isEmpty();
    }

    /** It is asked again, and its requester is told in the end. */
    @Test
    void takesAProviderThatTakesNothingForSilent() {
        refusal = FULL;
        post.take(request(AnswerQueues.REPLIES));
        post.deliver(parked::add);
        assertThat(parked).isEmpty();

        post.take(request(null));
        post.deliver(parked::add);
        assertThat(parked).as("nobody waits for the answer to this one").hasSize(1);
    }

    private static Outgoing message(Address to, MessageKind kind) {
        return new Outgoing(to, kind, "quote", "c-1", "c-1." + kind.label(), "r-1", null, "{}");
    }

    private static Outgoing request(@Nullable Address replyTo) {
        return new Outgoing(
                MAILBOX,
                MessageKind.REQUEST,
                "quote",
                "c-1",
                "c-1.Request",
                "c-1:secret",
                null,
                "{}",
                new Outgoing.Request(replyTo, 1, null, 1, null));
    }
}
