package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.mailbox.RelayProblem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Address REPLY = Address.queue("reply.alice");
    private static final Problem PROBLEM = RelayProblem.MAILBOX_FULL.because("Full.");
    private static final AddressPolicy REPLIES = new AddressPolicy(List.of("reply.*"));

    private final MailReader reader = new MailReader(new SendingPolicy(1000, REPLIES), REPLIES);

    private static Arrival message(Address replyTo, String... namesAndValues) {
        Map<String, String> properties = new HashMap<>(Map.of("Mailbox", "quotes"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Arrival("quote", "ID:1", null, replyTo, properties, null, false, null, null, "{}", null);
    }

    private ValidMail read(Arrival arrival) {
        return reader.read(arrival, "text/plain", () -> null, NOW).mail();
    }

    @ParameterizedTest
    @CsvSource({"reply.desk, queue:reply.desk", "queue:reply.desk, queue:reply.desk", "mailbox:desk, mailbox:desk"})
    void readsWhereItsFaultsGo(String given, String address) {
        assertThat(read(message(REPLY, Headers.FAULT_TO, given)).faultTo()).hasToString(address);
    }

    @Test
    void readsWhereItsRepliesGo() {
        assertThat(read(message(REPLY)).replyTo()).isEqualTo(REPLY);
        assertThat(read(message(null, Headers.REPLY_TO, "mailbox:answers")).replyTo())
                .isEqualTo(Address.mailbox("answers"));
    }

    @Test
    void refusesTwoAddressesForReplies() {
        Arrival arrival = message(REPLY, Headers.REPLY_TO, "mailbox:answers");

        assertThatThrownBy(() -> read(arrival)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo("header-invalid"));
        assertThat(reader.fault(arrival, PROBLEM, to -> true).to()).isEqualTo(REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parley.work", "elsewhere", "queue:elsewhere", "operation:place-order"})
    void refusesAFaultAddressThatIsNotAllowed(String given) {
        Arrival arrival = message(REPLY, Headers.FAULT_TO, given);

        assertThatThrownBy(() -> read(arrival)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().name()).isEqualTo("address-refused");
            assertThat(refusal.problem().detail()).startsWith("FaultTo");
        });
        assertThat(reader.fault(arrival, PROBLEM, to -> true).to()).isEqualTo(REPLY);
    }

    @Test
    void tellsAFaultWhereItIsWanted() {
        Arrival toMailbox = message(REPLY, Headers.FAULT_TO, "mailbox:desk", Headers.MESSAGE_ID, "m1");

        Outgoing fault = reader.fault(toMailbox, PROBLEM, to -> true);

        assertThat(fault.to()).isEqualTo(Address.mailbox("desk"));
        assertThat(fault.kind()).isEqualTo(MessageKind.FAULT);
        assertThat(fault.messageId()).isEqualTo("m1.Fault");
        assertThat(fault.correlationId()).isEqualTo("m1");
        assertThat(reader.fault(message(null, Headers.REPLY_TO, "mailbox:mine"), PROBLEM, to -> true)
                        .to())
                .isEqualTo(Address.mailbox("mine"));
    }

    @Test
    void tellsNoFaultInAForeignMailbox() {
        Arrival foreign = message(REPLY, Headers.FAULT_TO, "mailbox:desk");

        assertThat(reader.fault(foreign, PROBLEM, REPLY::equals).to()).isEqualTo(REPLY);
        assertThat(reader.fault(message(null, Headers.FAULT_TO, "mailbox:desk"), PROBLEM, REPLY::equals))
                .isNull();
    }
}
