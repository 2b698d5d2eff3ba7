package dev.parley.conversation.request;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerReading;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader(LIMITS);

    private static Arrival arrival(String correlationId, String kind, String body, Problem unreadable) {
        Map<String, String> properties = new HashMap<>();
        if (kind != null) {
            properties.put(Headers.KIND, kind);
        }
        return new Arrival(null, "ID:7", correlationId, null, properties, null, false, null, null, body, unreadable);
    }

    private AnswerReading.Understood understood(String kind, String body) {
        return (AnswerReading.Understood) reader.read(arrival("c1:secret", kind, body, null));
    }

    private ProviderAnswer answer(String kind, String body) {
        return understood(kind, body).answer();
    }

    private String refused(Arrival arrival) {
        return ((AnswerReading.Refused) reader.read(arrival)).problem().name();
    }

    @Test
    void takesWhatSaysNothingElseForAReply() {
        AnswerReading.Understood understood = understood(null, "{\"a\":1}");
        assertThat(understood.conversationId()).isEqualTo("c1");
        assertThat(understood.answer())
                .isEqualTo(new ProviderAnswer(
                        MessageKind.REPLY, "secret", "ID:7", "c1:secret", "provider", "{\"a\":1}", null));
    }

    @ParameterizedTest
    @CsvSource({"Ack, ACK", "ack, ACK", "Reply, REPLY", "REPLY, REPLY", "Fault, FAULT", "' ', REPLY"})
    void readsTheKindHoweverItIsWritten(String label, MessageKind kind) {
        assertThat(answer(label, "{\"title\":\"t\"}").kind()).isEqualTo(kind);
        assertThat(answer(label, "{\"title\":\"t\"}").unusable()).isNull();
    }

    @Test
    void takesTheMessageIdAndTheUserAsGiven() {
        Arrival arrival = new Arrival(
                null, "ID:7", "c1:s", null, Map.of(Headers.MESSAGE_ID, "m-1"), null, false, null, "bob", "{}", null);
        ProviderAnswer answer = ((AnswerReading.Understood) reader.read(arrival)).answer();
        assertThat(answer.messageId()).isEqualTo("m-1");
        assertThat(answer.from()).isEqualTo("user:bob");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"elsewhere", ":", ":secret"})
    void refusesWhatAnswersNothingThatParleyAsked(String correlationId) {
        assertThat(refused(arrival(correlationId, null, "{}", null))).isEqualTo("correlation-unknown");
    }

    @Test
    void refusesCorrelationIdsThatCannotBeParleys() {
        assertThat(refused(arrival("c1:" + "s".repeat(65), null, "{}", null))).isEqualTo("correlation-unknown");
        assertThat(refused(arrival("c 1:secret", null, "{}", null))).isEqualTo("header-invalid");
        assertThat(refused(arrival("c".repeat(65) + ":secret", null, "{}", null)))
                .isEqualTo("header-invalid");
        assertThat(refused(arrival("c1:se\ncret", null, "{}", null))).isEqualTo("header-invalid");
    }

    @Test
    void refusesAMessageIdThatCannotBeStored() {
        Arrival arrival = new Arrival(
                null,
                "ID:7",
                "c1:secret",
                null,
                Map.of(Headers.MESSAGE_ID, "m".repeat(256)),
                null,
                false,
                null,
                null,
                "{}",
                null);
        assertThat(refused(arrival)).isEqualTo("header-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Request", "Ping", "Antwort"})
    void cannotPassOnWhatIsNoAnswer(String kind) {
        assertThat(answer(kind, "{}").unusable().name()).isEqualTo("kind-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "{} {}", "{\"a\":1,\"a\":2}", "\u0000"})
    void cannotPassOnWhatIsNoJson(String body) {
        for (String kind : new String[] {null, "Reply", "Fault"}) {
            assertThat(answer(kind, body).unusable().name()).isEqualTo("body-not-json");
        }
    }

    @Test
    void takesAnAcknowledgmentWhateverItSaysBesides() {
        assertThat(answer("Ack", "I have it").unusable()).isNull();
        assertThat(answer("Ack", "I have it").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "[]", "1", "\"text\""})
    void takesAReplyOfAnyJsonAndOfNone(String body) {
        assertThat(answer("Reply", body).unusable()).isNull();
        assertThat(answer("Ack", body).unusable()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "\"out of stock\"", "{\"type\":1}", "{\"message\":\"no\"}"})
    void cannotPassOnAFaultThatIsNoProblemObject(String body) {
        assertThat(answer("Fault", body).unusable().name()).isEqualTo("fault-invalid");
    }

    @Test
    void cannotPassOnAFaultThatSaysNothing() {
        assertThat(answer("Fault", "").unusable().name()).isEqualTo("body-not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"urn:x\"}", "{\"title\":\"t\"}", "{\"detail\":\"d\",\"more\":[1]}"})
    void takesAProblemObjectAsItIs(String body) {
        assertThat(answer("Fault", body).unusable()).isNull();
        assertThat(answer("Fault", body).body()).isEqualTo(body);
    }

    @Test
    void cannotPassOnWhatCouldNotBeRead() {
        Problem tooLarge = CommonProblem.MESSAGE_TOO_LARGE.because("d");
        var reading = (AnswerReading.Understood) reader.read(arrival("c1:secret", null, "", tooLarge));
        assertThat(reading.answer().unusable()).isEqualTo(tooLarge);
    }
}
