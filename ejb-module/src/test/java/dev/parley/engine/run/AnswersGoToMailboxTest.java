package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Provision;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that is accepted keeps whose the mailbox is that its answers go to. */
class AnswersGoToMailboxTest {

    private static final Address ANSWERS = Address.mailbox("answers");

    /** Whose the one mailbox is; 0 if there is none. */
    private long owner = 17;

    private final RequestCheck check = new RequestCheck(new OneOperation(), new OneMailbox());

    private Envelope accepted(@Nullable Address replyTo, @Nullable Address faultTo) {
        return check.check(Workbench.request("m1", "{}", false).answeredAt(replyTo, faultTo))
                .envelope();
    }

    @Test
    void isKeptWithWhoseItIs() {
        Envelope kept = accepted(ANSWERS, ANSWERS);

        assertThat(kept.replyTo()).isEqualTo(ANSWERS);
        assertThat(kept.replyTo().mark()).isEqualTo(17);
        assertThat(kept.faultTo().mark()).isEqualTo(17);
    }

    @Test
    void isKeptAsItIsWhereThatIsNoMailbox() {
        Envelope kept = accepted(Address.queue("reply.alice"), null);

        assertThat(kept.replyTo().toStored()).isEqualTo("queue:reply.alice");
        assertThat(kept.faultTo()).isNull();
    }

    @Test
    void isRefusedWhereThereIsNone() {
        owner = 0;

        assertThatThrownBy(() -> accepted(ANSWERS, null)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo("address-refused"));
    }

    /** As where an operator sends a request again that had been accepted before. */
    @Test
    void isRefusedWhereItIsSomebodyElsesNow() {
        Address kept = accepted(ANSWERS, null).replyTo();
        owner = 18;

        assertThatThrownBy(() -> accepted(kept, null)).isInstanceOf(Refusal.class);
    }

    private final class OneMailbox implements MailboxDelivery {

        @Override
        public List<@Nullable Problem> put(List<Outgoing> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong mark(@Nullable Caller caller, String mailbox) {
            return owner == 0 ? OptionalLong.empty() : OptionalLong.of(owner);
        }
    }

    private static final class OneOperation implements Directory {

        @Override
        public Map<String, OperationResolution> find(Collection<String> operations) {
            return Map.of("place-order", new Served());
        }

        @Override
        public void passOver(Set<Address> providers, Instant until) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Served implements OperationResolution {

        @Override
        public String name() {
            return "place-order";
        }

        @Override
        public @Nullable ServedOperation method() {
            return null;
        }

        @Override
        public @Nullable Provision provision() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            return new Unread();
        }
    }

    private record Unread() implements ServedOperation.Request {}
}
