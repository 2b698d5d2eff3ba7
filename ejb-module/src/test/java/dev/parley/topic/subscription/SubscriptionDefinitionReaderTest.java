package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Address;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.topic.event.StoredEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionDefinitionReaderTest {

    private static SubscriptionDefinition read(String text) {
        return SubscriptionDefinitionReader.read("orders/billing", text);
    }

    private static Violation wrong(String members) {
        String text = "{\"to\":\"queue:reply.billing\"," + members + "}";
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal.problem().violations()).hasSize(1);
        return refusal.problem().violations().get(0);
    }

    private static boolean takes(String filter, StoredEvent event) {
        return EventFilter.of(read("{\"to\":\"queue:reply.billing\",\"filter\":" + filter + "}")
                        .filter())
                .takes(event);
    }

    @Test
    void whatWasReadIsWrittenAndReadAgain() {
        SubscriptionDefinition definition =
                read("{\"to\":\"mailbox:billing\",\"filter\":{\"$\":\"/type\",\"is\":\"a\"},\"from\":\"sequence:7\","
                        + "\"retry\":{\"backoff\":\"PT2S\"},\"maxDeliveries\":3,\"onExhausted\":\"drop\"}");

        assertThat(read(definition.json().toString())).isEqualTo(definition);
        assertThat(definition.from().number()).isEqualTo(7);
    }

    @Test
    void whoseMailboxItIsIsStoredAndNotShown() {
        SubscriptionDefinition definition = read("{\"to\":\"mailbox:billing\"}")
                .goingTo(Address.mailbox("billing").markedAs(17));

        SubscriptionDefinition stored = SubscriptionKind.SUBSCRIPTIONS.stored(
                "orders/billing", SubscriptionKind.SUBSCRIPTIONS.text(definition));

        assertThat(stored).isEqualTo(definition);
        assertThat(stored.to().mark()).isEqualTo(17);
        assertThat(definition.json().path("to").asText()).isEqualTo("mailbox:billing");
        assertThat(catchThrowableOfType(Refusal.class, () -> read("{\"to\":\"mailbox:billing#17\"}"))
                        .problem()
                        .name())
                .isEqualTo("body-invalid");
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(wrong("\"from\":\"tomorrow\"").field()).isEqualTo("/from");
        assertThat(wrong("\"from\":\"sequence:0\"").field()).isEqualTo("/from");
        assertThat(wrong("\"onExhausted\":\"cry\"").field()).isEqualTo("/onExhausted");
        assertThat(wrong("\"filter\":{\"$\":\"/request/total\",\"more\":1}").field())
                .isEqualTo("/filter/$");
        assertThat(wrong("\"filter\":{\"sql\":\"1 = 1\"}").field()).isEqualTo("/filter");
        assertThat(wrong("\"retry\":{\"backoff\":\"PT1H\",\"maximum\":\"PT1M\"}")
                        .field())
                .isEqualTo("/retry/maximum");
        for (String to :
                new String[] {"temporary:x", "conversation:x", "queue:", "reply.billing", "file:/etc/passwd"}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> read("{\"to\":\"" + to + "\"}"))
                            .problem()
                            .violations()
                            .get(0)
                            .field())
                    .as(to)
                    .isEqualTo("/to");
        }
    }

    @Test
    void aReceiverIsAUrl() {
        assertThat(read("{\"to\":\"HTTPS://Hooks.example.org:443/a?b\"}").to())
                .isEqualTo(Address.webhook("https://hooks.example.org/a?b"));
        SubscriptionDefinition definition = read("{\"to\":\"http://localhost:8080/a\"}");
        assertThat(read(definition.json().toString())).isEqualTo(definition);
        for (String to : new String[] {"https://", "https://ann:x@example.org/", "https://127.1/", "webhook:x"}) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("{\"to\":\"" + to + "\"}"));
            assertThat(refusal.problem().violations().get(0).expected()).as(to).contains("https://");
        }
    }

    @Test
    void aFilterSeesTheEventAndItsData() {
        StoredEvent event = new StoredEvent(
                "orders",
                1,
                "id",
                "placed",
                "/shop",
                "4711",
                Map.of("tenant", "eu"),
                "{\"total\":12,\"lines\":[{\"item\":\"lamp\"}]}",
                Instant.EPOCH,
                0);

        assertThat(takes("{\"$\":\"/data/total\",\"more\":11}", event)).isTrue();
        assertThat(takes("{\"$\":\"/data/total\",\"less\":12}", event)).isFalse();
        assertThat(takes("{\"$\":\"/data/lines/0/item\",\"is\":\"lamp\"}", event))
                .isTrue();
        assertThat(takes("{\"$\":\"/type\",\"in\":[\"placed\",\"paid\"]}", event))
                .isTrue();
        assertThat(takes("{\"$\":\"/subject\",\"is\":\"4711\"}", event)).isTrue();
        assertThat(takes("{\"$\":\"/extensions/tenant\",\"isNot\":\"eu\"}", event))
                .isFalse();
        assertThat(takes("{\"not\":{\"$\":\"/data/paid\",\"present\":true}}", event))
                .isTrue();
    }
}
