package dev.parley.topic.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.JsonText;
import dev.parley.topic.event.CloudEvents;
import dev.parley.topic.event.EventDraft;
import dev.parley.topic.event.StoredEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookEventTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static StoredEvent event(long number, Instant publishedAt) {
        return new StoredEvent(
                "orders",
                number,
                "order-1",
                "order.placed",
                "/shop",
                "4711",
                Map.of("tenant", "eu", "time", "2026-01-31T11:00:00Z", "id", "forged", "sequence", "forged"),
                "{\"total\":5}",
                publishedAt,
                0);
    }

    @Test
    void itIsACloudEventInStructuredMode() {
        String body = WebhookEvent.of(event(7, NOW), "billing").body();

        JsonNode json = JsonText.parse(body);
        assertThat(json.path("topic").asText()).isEqualTo("orders");
        assertThat(json.path("subscription").asText()).isEqualTo("billing");
        assertThat(json.path("sequence").asText()).isEqualTo("7");
        assertThat(json.path("datacontenttype").asText()).isEqualTo("application/json");
        EventDraft read = CloudEvents.structured(body);
        assertThat(read.id()).isEqualTo("order-1");
        assertThat(read.type()).isEqualTo("order.placed");
        assertThat(read.source()).isEqualTo("/shop");
        assertThat(read.subject()).isEqualTo("4711");
        assertThat(read.attributes()).containsEntry("tenant", "eu").containsEntry("time", "2026-01-31T11:00:00Z");
        assertThat(read.data()).isEqualTo("{\"total\":5}");
    }

    @Test
    void itsIdIsTheSameEachTimeAndAnotherForEachEvent() {
        String id = WebhookEvent.of(event(7, NOW), "billing").id();

        assertThat(id).matches("evt_[0-9a-f]{32}");
        assertThat(WebhookEvent.of(event(7, NOW), "audit").id()).isEqualTo(id);
        assertThat(WebhookEvent.of(event(8, NOW), "billing").id()).isNotEqualTo(id);
        assertThat(WebhookEvent.of(event(7, NOW.plusSeconds(1)), "billing").id())
                .isNotEqualTo(id);
    }
}
