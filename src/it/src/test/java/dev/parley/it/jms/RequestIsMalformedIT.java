package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.orderOfTheWrongType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIsMalformedIT extends JmsTest {

    private static final int LIMIT = 1024 * 1024;

    private final String id = fresh("message");
    private final String correlationId = fresh("correlation");

    RequestIsMalformedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void namesNoOperation() {
        assertThatItIsRefused("type-missing", JmsRequest.withoutType().text(order()));
    }

    @Test
    void namesNoOperationAndNobodyCanBeTold() {
        alice.send(JmsRequest.withoutType()
                .text(order())
                .correlationId(correlationId)
                .withoutReplyAddress());

        assertThatItIsParked();
    }

    @Test
    void namesAnUnknownOperation() {
        Answer fault = assertThatItIsRefused(
                "operation-unknown", JmsRequest.to("make-coffee").text(order()));

        assertThat(fault.json().path("detail").asText()).contains("make-coffee");
    }

    @Test
    void namesAnUnknownOperationAndNobodyCanBeTold() {
        alice.send(JmsRequest.to("make-coffee")
                .text(order())
                .correlationId(correlationId)
                .withoutReplyAddress());

        assertThatItIsParked();
    }

    @Test
    void namesAnUnknownExchange() {
        assertThatItIsRefused(
                "exchange-unknown", JmsRequest.to(PLACE_ORDER).text(order()).exchange("in-and-out"));
    }

    @Test
    void isNotJson() {
        assertThatItIsRefused("body-not-json", JmsRequest.to(PLACE_ORDER).text("{\"customer\": "));
    }

    /** Half of a character would be another one in UTF-8, and so over another protocol. */
    @ParameterizedTest
    @ValueSource(strings = {"Ada \\ud800", "Ada \ud800"})
    void hasHalfOfACharacter(String customer) {
        assertThatItIsRefused("body-not-json", JmsRequest.to(PLACE_ORDER).text(order().replace("Ada", customer)));
    }

    @Test
    void hasHalfOfACharacterInAHeader() {
        assertThatItIsRefused(
                "header-invalid", JmsRequest.to(PLACE_ORDER).text(order()).property("State", "half \udc00"));
    }

    @Test
    void hasTwoAddressesForItsAnswer() {
        assertThatItIsRefused(
                "header-invalid", JmsRequest.to(PLACE_ORDER).text(order()).property("ReplyTo", "mailbox:alice"));
    }

    @Test
    void isEmpty() {
        assertThatItIsRefused("body-not-json", JmsRequest.to(PLACE_ORDER).text(""));
    }

    @Test
    void doesNotFit() {
        Answer fault =
                assertThatItIsRefused("body-invalid", JmsRequest.to(PLACE_ORDER).text(orderOfTheWrongType()));

        assertThat(fault.json().path("errors").findValuesAsText("field")).containsExactly("/quantity");
    }

    @Test
    void isTooBig() {
        String body = Json.object("customer", "A".repeat(LIMIT), "item", "lamp", "quantity", 1);

        assertThatItIsRefused("message-too-large", JmsRequest.to(PLACE_ORDER).text(body));
    }

    @Test
    void isAnObject() {
        assertThatItIsRefused(
                "object-message-refused",
                JmsRequest.to(PLACE_ORDER).body(context -> context.createObjectMessage(order())));
    }

    @Test
    void isNotUtf8() {
        byte[] latin1 = order().replace("Ada", "Ad\u00e4").getBytes(StandardCharsets.ISO_8859_1);

        assertThatItIsRefused("body-not-json", JmsRequest.to(PLACE_ORDER).bytes(latin1));
    }

    @Test
    void asksForAnAcknowledgmentPerhaps() {
        assertThatItIsRefused(
                "header-invalid", JmsRequest.to(PLACE_ORDER).text(order()).property("Acknowledge", "perhaps"));
    }

    /** What the broker says of expired messages is not for a client to say. */
    @Test
    void claimsToHaveExpired() {
        Answer answer = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).property("_AMQ_ACTUAL_EXPIRY", "yesterday"));

        assertThat(answer.kind()).isEqualTo("Reply");
    }

    @Test
    void othersAreAnsweredAfterIt() {
        alice.send(JmsRequest.to(PLACE_ORDER).text("{").withoutReplyAddress());

        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind()).isEqualTo("Reply");
    }

    private Answer assertThatItIsRefused(String problem, JmsRequest request) {
        Answer fault = alice.ask(request.messageId(id).correlationId(correlationId));
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(correlationId);
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:" + problem);
        assertThat(fault.json().path("title").asText()).isNotBlank();
        assertThat(fault.json().path("detail").asText()).isNotBlank();
        assertThat(effects(id)).isZero();
        return fault;
    }

    private void assertThatItIsParked() {
        assertThat(DeadMessages.awaitReason(server, correlationId)).isNotBlank().isNotEqualTo("null");
    }
}
