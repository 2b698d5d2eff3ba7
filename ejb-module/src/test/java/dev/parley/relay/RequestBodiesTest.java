package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from the JSON bodies of requests, and what is said of those that are wrong. */
class RequestBodiesTest {

    private static final Caller ANN = new Caller("ann", false);

    @Test
    void aMessageHasAllItsMembers() {
        Sending sending = read("{\"messageId\":\"m\",\"type\":\"t\",\"body\":{},\"correlationId\":\"k\","
                + "\"conversationId\":\"c\",\"replyTo\":\"mailbox:r\",\"faultTo\":\"queue:f\",\"group\":\"g\","
                + "\"delay\":\"PT1S\",\"timeToLive\":\"PT2S\"}");
        assertThat(sending)
                .isEqualTo(new Sending(
                        ANN,
                        "orders",
                        List.of(new MailDraft(
                                "m", "t", "{}", null, "k", "c", "mailbox:r", "queue:f", "g", "PT1S", "PT2S")),
                        false,
                        "key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\" : [1, 2.50, 1E5, {\"b\": null}], \"c\": \"]}\"}",
                "[]",
                "\"text \\u0000 \\ud83d\\ude00 \\\" end\"",
                "\"\"",
                "-12.340e2",
                "0",
                "true",
                "false",
                "null"
            })
    void aBodyIsKeptAsItIsWritten(String body) {
        assertThat(bodyOf("{\"type\":\"t\", \"body\" :\n " + body + " , \"group\":\"g\"}"))
                .isEqualTo(body);
        assertThat(bodyOf("{\"body\":" + body + "}")).isEqualTo(body);
        assertThat(read("{\"messages\":[{\"body\": " + body + "},{\"body\":" + body + " }]}")
                        .messages())
                .containsExactly(MailDraft.of(null, body), MailDraft.of(null, body));
    }

    @Test
    void aLongBodyIsKeptAsItIsWritten() {
        String text = "\"" + "äb€\\n\uD83D\uDE00".repeat(20_000) + "\"";
        String object = "{\"x\": " + text + ", \"y\" :[ " + text + "]}";
        assertThat(bodyOf("{\"group\":" + text + ",\"body\": " + object + " ,\"type\":\"t\"}"))
                .isEqualTo(object);
        assertThat(bodyOf("{\"body\":" + text + "}")).isEqualTo(text);
    }

    @Test
    void anOpaqueBodyIsTheTextWhicheverComesFirst() {
        assertThat(bodyOf("{\"contentType\":\"image/png\",\"body\":\"AA==\"}")).isEqualTo("AA==");
        assertThat(bodyOf("{\"body\":\"AA==\",\"contentType\":\"image/png\"}")).isEqualTo("AA==");
        assertThat(bodyOf("{\"body\":\"AA==\",\"contentType\":null}")).isEqualTo("\"AA==\"");
    }

    @Test
    void aMemberThatIsNullIsNotThere() {
        assertThat(read("{\"body\":1,\"type\":null,\"delay\":null}").messages())
                .containsExactly(MailDraft.of(null, "1"));
    }

    @Test
    void noMessagesAreAList() {
        assertThat(read("{\"messages\":[]}")).isEqualTo(new Sending(ANN, "orders", List.of(), true, "key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                             | ''",
                "1                                              | ''",
                "{}                                             | /body",
                "{\"body\":1,\"type\":{\"a\":[1]},\"group\":2}  | /type /group",
                "{\"body\":1,\"ttl\":\"PT1S\",\"a/~\":[{}]}     | /ttl /a~1~0",
                "{\"body\":1,\"contentType\":\"a/b\"}           | /body",
                "{\"messages\":{}}                              | /messages",
                "{\"messages\":null}                            | /messages",
                "{\"messages\":[1,{\"body\":1},[]]}             | /messages/0 /messages/2",
                "{\"messages\":[{\"type\":1}],\"type\":\"t\"}   | /messages/0/type /messages/0/body ''",
                "{\"messages\":[{\"body\":1}],\"body\":1}       | ''",
            })
    void whatIsWrongIsSaidWithItsPlace(String body, String fields) {
        assertRefused(() -> read(body), violations -> assertThat(violations)
                .extracting(Violation::field)
                .contains(fields.replace("''", "").split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"body\":}",
                "{\"body\":1}{",
                "{\"body\":1,\"body\":2}",
                "{\"body\":{\"a\":1,\"a\":2}}",
                "{\"body\":[01]}",
                "{\"body\":NaN}"
            })
    void whatIsNotJsonIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo("body-not-json"));
    }

    @Test
    void whatIsTooDeepIsRefused() {
        assertThatThrownBy(() -> read("{\"body\":" + "[".repeat(300) + "]".repeat(300) + "}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo("body-not-json"));
    }

    @Test
    void nobodyIsToldMoreThanAHundredThings() {
        assertRefused(() -> read("{\"messages\":[" + "1,".repeat(500) + "1]}"), violations -> assertThat(violations)
                .hasSize(100));
    }

    @Test
    void aReplyMayBeAFault() {
        assertThat(AnswerReader.read("{\"body\":{}}")).isEqualTo(new Answer(null, null, "{}", null, false));
        assertThat(
                        AnswerReader.read(
                                "{\"body\":\"AA==\",\"contentType\":\"a/b\",\"type\":\"t\",\"messageId\":\"m\",\"fault\":true}"))
                .isEqualTo(new Answer("m", "t", "AA==", "a/b", true));
        assertThat(AnswerReader.read("{\"body\":1,\"fault\":null}").fault()).isFalse();
    }

    @Test
    void aLockIsExtendedOrGivenBack() {
        assertThat(LockChange.read("{\"lock\":\"PT9S\"}").givesBack()).isFalse();
        assertThat(LockChange.read("{\"lock\":\"PT0S\"}").givesBack()).isTrue();
        assertThat(LockChange.read("{\"lock\":\"soon\"}").givesBack()).isFalse();
        assertThat(LockChange.read("{\"lock\":\"PT0S\",\"delay\":\"PT5S\"}")).isEqualTo(new LockChange("PT0S", "PT5S"));
    }

    @Test
    void locksAreTexts() {
        assertThat(LocksReader.read("{\"locks\":[\"1.a\",\"2.b\"]}")).containsExactly("1.a", "2.b");
        assertThat(LocksReader.read("{\"locks\":[]}")).isEmpty();
        assertRefused(() -> LocksReader.read("{\"locks\":\"1.a\"}"), violations -> assertThat(violations)
                .extracting(Violation::field)
                .containsExactly("/locks"));
    }

    private static Sending read(String body) {
        return SendingReader.read(ANN, "orders", body, "key");
    }

    private static String bodyOf(String message) {
        return read(message).messages().get(0).body();
    }

    private static void assertRefused(Runnable reading, Consumer<List<Violation>> check) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().name()).isEqualTo("body-invalid");
            assertThat(refusal.problem().status()).isEqualTo(400);
            check.accept(refusal.problem().violations());
        });
    }
}
