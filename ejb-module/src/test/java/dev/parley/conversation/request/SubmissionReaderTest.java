package dev.parley.conversation.request;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Envelope;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {

    private static final Caller ALICE = new Caller("alice", false);

    private final SubmissionReader reader = new SubmissionReader(LIMITS);

    private Envelope read(String deadline, String replyTo) {
        return reader.read(new Submission(ALICE, "place-order", "{}", "k", null, deadline, replyTo, null), "new", NOW);
    }

    @Test
    void belongsToItsCaller() {
        Envelope request = read(null, null);
        assertThat(request.sender()).isEqualTo("user:alice");
        assertThat(request.owner()).isEqualTo("alice");
        assertThat(request.messageId()).isEqualTo("k");
        assertThat(request.deadlineGiven()).isFalse();
    }

    @Test
    void readsTheDeadlineAsADuration() {
        assertThat(read("PT5S", null).expiresAt()).isEqualTo(NOW.plus(Duration.ofSeconds(5)));
        assertThat(read("PT5S", null).deadlineGiven()).isTrue();
    }

    @Test
    void isInTheTraceOfItsCaller() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Submission submission = new Submission(ALICE, "place-order", "{}", "k", null, null, null, null);

        assertThat(reader.read(submission.in(trace), "new", NOW).particulars().trace())
                .isEqualTo(trace);
        assertThat(reader.read(submission.in("none"), "new", NOW).particulars().trace())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-PT5S", "PT0S", "P31D", "PT9223372036854775807S", "P999999999999D"})
    void refusesDeadlinesThatAreNone(String deadline) {
        assertThatThrownBy(() -> read(deadline, null))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem().name()).isEqualTo("deadline-invalid"));
    }

    @Test
    void repliesToAllowedQueuesOnly() {
        assertThat(read(null, "queue:reply.alice").replyTo()).isEqualTo(Address.queue("reply.alice"));
        for (String bad : new String[] {"queue:parley.work", "temporary:x", "reply.alice", "mailbox:m/n", "queue:"}) {
            assertThatThrownBy(() -> read(null, bad)).isInstanceOf(Refusal.class);
        }
    }
}
