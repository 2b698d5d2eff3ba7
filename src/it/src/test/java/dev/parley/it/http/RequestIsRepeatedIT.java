package dev.parley.it.http;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestIsRepeatedIT extends HttpTest {

    private final String key = fresh("key");

    RequestIsRepeatedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isTheSameConversation() {
        HttpAnswer first = placeOrder().send();
        alice.awaitFinal(first.location());
        HttpAnswer second = placeOrder().send();

        assertThat(second.status()).as(second.toString()).isEqualTo(202);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void isTheSameConversationWhileItIsRunning() {
        HttpCall call = alice.operation(BOOK_COURIER).body(courier(2)).key(key);

        HttpAnswer first = call.send();
        HttpAnswer second = call.send();

        assertThat(second.status()).as(second.toString()).isEqualTo(202);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(alice.awaitFinal(first.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void isTheSameConversationEvenAtTheSameTime() {
        List<CompletableFuture<HttpAnswer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> placeOrder().send()))
                .toList();

        List<HttpAnswer> answers = calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        URI location = answers.get(0).location();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.location()).isEqualTo(location));
        assertThat(alice.awaitFinal(location).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void isRefusedWithAnotherBody() {
        placeOrder().send();

        HttpAnswer refused = placeOrder().body(order().replace("lamp", "sofa")).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:message-id-reused");
    }

    @Test
    void isTheSameConversationWithTheSameJsonInAnotherForm() {
        HttpAnswer first = placeOrder().send();
        String body = order();
        int comma = body.indexOf(',');
        String turned = "{ " + body.substring(comma + 1, body.length() - 1) + ",\n " + body.substring(1, comma) + "}";

        HttpAnswer second = placeOrder().body(turned).send();

        assertThat(second.status()).as(second.toString()).isEqualTo(202);
        assertThat(second.location()).isEqualTo(first.location());
        alice.awaitFinal(first.location());
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void isAnotherConversationIfSomebodyElseUsesTheKey() {
        HttpAnswer hers = placeOrder().send();
        HttpAnswer his = bob.operation(PLACE_ORDER)
                .body(order().replace("Ada", "Bob"))
                .key(key)
                .send();

        assertThat(his.status()).as(his.toString()).isEqualTo(202);
        assertThat(his.location()).isNotEqualTo(hers.location());
    }

    private HttpCall placeOrder() {
        return alice.operation(PLACE_ORDER).body(order()).key(key);
    }
}
