package dev.parley.conversation.request;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Reading;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private final RequestReader reader = new RequestReader(LIMITS);

    private Envelope accepted(Arrivals arrivals) {
        return ((Reading.Accepted) reader.read(arrivals.arrival(), NOW)).request();
    }

    private Reading.Refused refused(Arrivals arrivals) {
        return (Reading.Refused) reader.read(arrivals.arrival(), NOW);
    }

    @Test
    void fillsInWhatIsLeftOut() {
        Envelope request = accepted(new Arrivals());
        assertThat(request.messageId()).isEqualTo("ID:1");
        assertThat(request.correlationId()).isEqualTo("ID:1");
        assertThat(request.exchange()).isEqualTo(MessageExchangePattern.IN_OUT);
        assertThat(request.sender()).isEqualTo("queue:reply.alice");
        assertThat(request.owner()).isNull();
        assertThat(request.acknowledge()).isFalse();
        assertThat(request.expiresAt()).isEqualTo(NOW.plus(LIMITS.defaultDeadline()));
        assertThat(request.deadlineGiven()).isFalse();
    }

    @Test
    void takesARequestWithoutReplyAddressForInOnly() {
        Envelope request = accepted(new Arrivals().replyTo(null));
        assertThat(request.exchange()).isEqualTo(MessageExchangePattern.IN_ONLY);
        assertThat(request.sender()).isEqualTo("anonymous");
    }

    @Test
    void hasAnswersGoToAMailbox() {
        Envelope request = accepted(new Arrivals().replyTo(null).with(Headers.REPLY_TO, "mailbox:answers"));
        assertThat(request.exchange()).isEqualTo(MessageExchangePattern.IN_OUT);
        assertThat(request.replyTo()).isEqualTo(Address.mailbox("answers"));
        assertThat(request.sender()).isEqualTo("mailbox:answers");
        assertThat(accepted(new Arrivals().with(Headers.FAULT_TO, "mailbox:faults"))
                        .faultTo())
                .isEqualTo(Address.mailbox("faults"));
    }

    @ParameterizedTest
    @CsvSource({"reply.desk, queue:reply.desk", "queue:reply.desk, queue:reply.desk", "mailbox:desk, mailbox:desk"})
    void readsWhereFaultsGo(String given, String address) {
        assertThat(accepted(new Arrivals().with(Headers.FAULT_TO, given)).faultTo())
                .hasToString(address);
        Reading.Refused refused =
                refused(new Arrivals().with(Headers.FAULT_TO, given).with(Headers.ACKNOWLEDGE, "perhaps"));
        assertThat(refused.fault().to()).hasToString(address);
    }

    /** A path that names it would lead elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void takesNoDotsForAConversation(String id) {
        assertThat(refused(new Arrivals().with(Headers.CONVERSATION_ID, id))
                        .problem()
                        .name())
                .isEqualTo("header-invalid");
        assertThat(accepted(new Arrivals().with(Headers.CONVERSATION_ID, "..." + id))
                        .conversationId())
                .isEqualTo("..." + id);
    }

    @Test
    void takesOneAddressForItsAnswer() {
        Reading.Refused refused = refused(new Arrivals().with(Headers.REPLY_TO, "mailbox:answers"));

        assertThat(refused.problem().name()).isEqualTo("header-invalid");
        assertThat(refused.fault().to()).isEqualTo(Address.queue("reply.alice"));
    }

    @Test
    void tellsWhereItsSenderMayWrite() {
        Arrivals wrong = new Arrivals().type(null).with(Headers.FAULT_TO, "mailbox:faults");
        Address queue = Address.queue("reply.alice");

        var refused =
                (Reading.Refused) new RequestReader(Arrivals.LIMITS).read(wrong.arrival(), Arrivals.NOW, queue::equals);

        assertThat(refused.fault().to()).isEqualTo(queue);
        Envelope request = accepted(new Arrivals().with(Headers.FAULT_TO, "mailbox:faults"));
        Problem problem = refused.problem();
        assertThat(RequestReader.refuse(request, problem, queue::equals).fault().to())
                .isEqualTo(queue);
        assertThat(RequestReader.refuse(request, problem).fault().to()).isEqualTo(Address.mailbox("faults"));
        assertThat(RequestReader.refuse(request, problem, to -> false).fault()).isNull();
    }

    @Test
    void takesNothingButAMailboxForReplyTo() {
        Reading.Refused refused = refused(new Arrivals().replyTo(null).with(Headers.REPLY_TO, "queue:reply.alice"));
        assertThat(refused.problem().name()).isEqualTo("header-invalid");
        assertThat(refused.problem().detail()).contains("ReplyTo", "mailbox:NAME");
    }

    @Test
    void tellsAMailboxWhatIsRefused() {
        Reading.Refused refused = refused(new Arrivals()
                .replyTo(null)
                .with(Headers.REPLY_TO, "mailbox:answers")
                .with(Headers.ACKNOWLEDGE, "perhaps"));
        assertThat(refused.fault().to()).isEqualTo(Address.mailbox("answers"));
    }

    @Test
    void takesTheBrokersWordForWhoSentIt() {
        Envelope request = accepted(new Arrivals().user("alice"));
        assertThat(request.sender()).isEqualTo("user:alice");
        assertThat(request.owner()).isEqualTo("alice");
    }

    @Test
    void takesMessageIdCorrelationIdAndDeadlineAsGiven() {
        Envelope request = accepted(new Arrivals()
                .with(Headers.MESSAGE_ID, "m-1")
                .correlationId("c-1")
                .expiresAt(NOW.plusSeconds(5)));
        assertThat(request.messageId()).isEqualTo("m-1");
        assertThat(request.correlationId()).isEqualTo("c-1");
        assertThat(request.expiresAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(request.deadlineGiven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange, out-in, exchange-unknown",
        "Acknowledge, maybe, header-invalid",
        "Turn, 0, header-invalid",
        "Turn, first, header-invalid",
        "Turn, 2, header-invalid",
        "FaultTo, parley.work, address-refused",
        "FaultTo, operation:place-order, address-refused",
        "ConversationId, a b, header-invalid",
        "MessageId, '\u0001', header-invalid"
    })
    void refusesAHeaderItDoesNotUnderstand(String property, String value, String problem) {
        Reading.Refused refused = refused(new Arrivals().with(property, value));
        assertThat(refused.problem().name()).isEqualTo(problem);
        assertThat(refused.fault()).isNotNull();
        assertThat(refused.fault().to()).isEqualTo(Address.queue("reply.alice"));
        assertThat(refused.fault().kind()).isEqualTo(MessageKind.FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parley.work", "elsewhere"})
    void tellsNobodyAtAnAddressThatIsNotAllowed(String queue) {
        Reading.Refused refused = refused(new Arrivals().replyTo(Address.queue(queue)));
        assertThat(refused.problem().name()).isEqualTo("address-refused");
        assertThat(refused.fault()).isNull();
    }

    @Test
    void tellsAtFaultToWhatIsWrongWithJmsReplyTo() {
        Reading.Refused refused =
                refused(new Arrivals().replyTo(Address.queue("elsewhere")).with(Headers.FAULT_TO, "reply.faults"));
        assertThat(refused.fault().to()).isEqualTo(Address.queue("reply.faults"));
    }

    @Test
    void refusesARequestThatNamesNoOperation() {
        assertThat(refused(new Arrivals().type(null)).problem().name()).isEqualTo("type-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-out", "in-optional-out"})
    void refusesToReplyToNobody(String exchange) {
        Reading.Refused refused = refused(new Arrivals().replyTo(null).with(Headers.EXCHANGE, exchange));
        assertThat(refused.problem().name()).isEqualTo("reply-address-missing");
    }

    @Test
    void refusesToAcknowledgeToNobody() {
        Reading.Refused refused = refused(new Arrivals().replyTo(null).with(Headers.ACKNOWLEDGE, "true"));
        assertThat(refused.problem().name()).isEqualTo("reply-address-missing");
    }

    @Test
    void countsHowManyOperationsCalledEachOther() {
        assertThat(accepted(new Arrivals()).hops()).isZero();
        assertThat(accepted(new Arrivals().with(Headers.HOPS, "10")).hops()).isEqualTo(LIMITS.maxHops());
    }

    @ParameterizedTest
    @CsvSource({
        "11, hop-limit",
        "999999999, hop-limit",
        "9999999999, header-invalid",
        "-1, header-invalid",
        "1.5, header-invalid",
        "many, header-invalid"
    })
    void refusesAnEndlessLoopAndTellsWhoWouldGoOnWithIt(String hops, String problem) {
        Reading.Refused refused = refused(new Arrivals().with(Headers.HOPS, hops));
        assertThat(refused.problem().name()).isEqualTo(problem);
        assertThat(refused.fault().to()).isEqualTo(Address.queue("reply.alice"));
    }

    @Test
    void refusesStateThatIsTooLongAndDoesNotEchoIt() {
        Reading.Refused refused = refused(new Arrivals().with(Headers.STATE, "é".repeat(17_000)));
        assertThat(refused.problem().name()).isEqualTo("header-invalid");
        assertThat(refused.fault().state()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void takesAGroupWhoseNameCanBeStored(int length) {
        assertThat(accepted(new Arrivals().group("g".repeat(length)))).isNotNull();
    }

    @Test
    void refusesAGroupWhoseNameCannotBeStored() {
        for (String group : new String[] {"g".repeat(256), "g\0"}) {
            Reading.Refused refused = refused(new Arrivals().group(group));
            assertThat(refused.problem().name()).isEqualTo("header-invalid");
            assertThat(refused.problem().detail()).contains("JMSXGroupID");
        }
    }

    @Test
    void refusesADeadlineBeyondTheLongest() {
        Reading.Refused refused = refused(new Arrivals().expiresAt(NOW.plus(Duration.ofDays(31))));
        assertThat(refused.problem().name()).isEqualTo("deadline-invalid");
    }

    @Test
    void acceptsADeadlineThatIsPastSoThatItsRequesterIsTold() {
        assertThat(accepted(new Arrivals().expiresAt(NOW.minusSeconds(1))).expiresAt())
                .isBefore(NOW);
    }
}
