package dev.parley.it.http;

import static dev.parley.it.client.Samples.RECORD_VISIT;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.payment;
import static dev.parley.it.client.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationsAreListedIT extends HttpTest {

    ConversationsAreListedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void newestFirstAndPageByPageWithoutGapOrRepetition() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(bob.operation(RECORD_VISIT).body(visit()).send().conversationId());
        }
        Collections.reverse(created);

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            HttpCall call = bob.conversations().query("operation", RECORD_VISIT).query("limit", "2");
            HttpAnswer page =
                    cursor.isEmpty() ? call.send() : call.query("after", cursor).send();
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            List<String> ids = page.json().path("conversations").findValuesAsText("conversationId");
            assertThat(ids).hasSizeBetween(1, 2);
            listed.addAll(ids);
            cursor = page.json().path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        assertThat(listed).startsWith(created.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void onlyThoseOfAnOperationAndAStatus() {
        String faulted = alice.operation(TAKE_PAYMENT)
                .body(payment(declinedCard()))
                .prefer("wait=20")
                .send()
                .conversationId();
        String succeeded = alice.operation(RECORD_VISIT)
                .body(visit())
                .prefer("wait=20")
                .send()
                .conversationId();

        JsonNode found = alice.conversations()
                .query("operation", TAKE_PAYMENT)
                .query("status", "FAULTED")
                .send()
                .json()
                .path("conversations");

        assertThat(found.findValuesAsText("conversationId")).contains(faulted).doesNotContain(succeeded);
        assertThat(found.findValuesAsText("operation")).containsOnly(TAKE_PAYMENT);
        assertThat(found.findValuesAsText("status")).containsOnly("FAULTED");
    }

    @Test
    void notByAQueryThatMakesNoSense() {
        assertThat(alice.conversations().query("status", "HAPPY").send().status())
                .isEqualTo(400);
        assertThat(alice.conversations().query("limit", "-1").send().status()).isEqualTo(400);
        for (String after : List.of("nowhere", "+1000000000-12-31T00:00:00Z_a", "2026-01-01T00:00:00Z_a\0")) {
            assertThat(alice.conversations().query("after", after).send().status())
                    .as(after)
                    .isEqualTo(400);
        }
        assertThat(alice.conversations().query("operation", "a\0").send().status())
                .isEqualTo(400);
    }
}
