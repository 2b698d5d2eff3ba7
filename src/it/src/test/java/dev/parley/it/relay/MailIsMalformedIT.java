package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over JMS: its sender is told at once, or an operator finds it; it never goes round in circles. */
class MailIsMalformedIT extends RelayTest {

    private final JmsParticipant hers;
    private final String correlation = fresh("correlation");

    MailIsMalformedIT(ParleyServer server) {
        super(server);
        hers = JmsParticipant.core(server, server.alice());
    }

    @BeforeEach
    void openToEverybody() {
        mailbox.define("senders", new String[] {"*"});
    }

    @AfterEach
    void disconnect() {
        hers.close();
    }

    @Test
    void namesAMailboxThatIsNotThere() {
        hers.sendMail(fresh("none"), JmsRequest.to("quote").correlationId(correlation));

        assertThatItIsRefused("mailbox-unknown");
    }

    @ParameterizedTest
    @CsvSource({"'a b'", "'../x'", "''", "'ä'"})
    void namesAnOddMailbox(String name) {
        hers.sendMail(name, JmsRequest.to("quote").correlationId(correlation));

        Answer fault = hers.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(correlation);
    }

    @Test
    void wantsAnswersWhereTheyMayNotGo() {
        hers.sendMail(
                mailbox.name(), JmsRequest.to("quote").replyTo("parley.work").correlationId(correlation));

        assertThat(DeadMessages.awaitReason(server, correlation)).isNotBlank();
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void hasNoBodyThatCanBeRead() {
        hers.sendMail(
                mailbox.name(),
                JmsRequest.to("quote").correlationId(correlation).body(context -> {
                    var map = context.createMapMessage();
                    map.setString("no", "JSON");
                    return map;
                }));

        Answer fault = hers.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isTooBig() {
        hers.sendMail(
                mailbox.name(),
                JmsRequest.to("quote").correlationId(correlation).text("\"" + "a".repeat(1024 * 1024) + "\""));

        assertThatItIsRefused("message-too-large");
    }

    @Test
    void isParkedIfNobodyCanBeTold() {
        hers.sendMail(
                fresh("none"), JmsRequest.to("quote").correlationId(correlation).withoutReplyAddress());

        assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("mailbox-unknown");
    }

    @Test
    void isToldInAMailboxThatItsSenderMaySendTo() {
        hers.sendMail(
                fresh("none"),
                JmsRequest.to("quote")
                        .correlationId(correlation)
                        .withoutReplyAddress()
                        .property("FaultTo", "mailbox:" + mailbox.name()));

        Mail fault = mailbox.next();

        assertThat(fault.json().path("properties").path("Kind").asText()).isEqualTo("Fault");
        assertThat(fault.text("correlationId")).isEqualTo(correlation);
    }

    @Test
    void isNotToldInAForeignMailbox() {
        mailbox.define();
        hers.sendMail(
                fresh("none"),
                JmsRequest.to("quote")
                        .correlationId(correlation)
                        .withoutReplyAddress()
                        .property("FaultTo", "mailbox:" + mailbox.name()));

        assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("mailbox-unknown");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** What is good and comes at the same time is not kept from its mailbox. */
    @Test
    void doesNotHoldUpOthers() {
        for (int i = 0; i < 20; i++) {
            hers.sendMail(
                    i % 2 == 0 ? mailbox.name() : "n/a", JmsRequest.to("quote").text(String.valueOf(i)));
        }
        for (int i = 0; i < 20; i += 2) {
            mailbox.acknowledge(mailbox.next());
        }
        assertThat(mailbox.receive(10)).isEmpty();
    }

    private void assertThatItIsRefused(String problem) {
        Answer fault = hers.replies().next();
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(correlation);
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:" + problem);
        assertThat(mailbox.receive(10)).isEmpty();
    }
}
