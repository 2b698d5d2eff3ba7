package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/**
 * There is no queue any more where a process is to be answered, and none is made by sending to it: the process ends as
 * ever, its answer is parked once, and stands in the conversation.
 */
class RequesterIsGoneIT extends ProcessTest {

    RequesterIsGoneIT(ParleyServer server) {
        super(server);
    }

    @Test
    void itsEndIsParkedAndCanBeRead() {
        enterPaul("PT10M");
        define("{\"steps\":[" + quoted() + "],\"reply\":{\"price\":{\"$\":\"/steps/quote/reply/price\"}}}");

        String done = fresh("done");
        Asked first = asked(done);
        paul.reply(first, "{\"price\":12}");
        String declined = fresh("declined");
        Asked second = asked(declined);
        paul.fault(second, "{\"type\":\"https://paul.example/sold-out\"}");

        assertThat(DeadMessages.awaitReason(server, done)).startsWith("reply-address-gone");
        assertThat(DeadMessages.awaitReason(server, declined)).startsWith("reply-address-gone");
        JsonNode ended = assertThatItHasOneAnswer(first, "Reply");
        assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("price").asInt()).isEqualTo(12);
        JsonNode faulted = assertThatItHasOneAnswer(second, "Fault");
        assertThat(faulted.path("status").asText()).isEqualTo("FAULTED");
        assertThat(faulted.path("fault").path("type").asText()).isEqualTo("https://paul.example/sold-out");
    }

    /** Its temporary queue goes with it. */
    private Asked asked(String correlationId) {
        try (JmsParticipant requester = JmsParticipant.core(server, server.alice())) {
            requester.send(JmsRequest.to(process).text("{}").correlationId(correlationId));
        }
        return paul.next();
    }

    private JsonNode assertThatItHasOneAnswer(Asked asked, String kind) {
        Instance order = new Instance(alice, alice.conversationAt(property(asked, "ProcessId")));
        JsonNode ended = order.end();
        assertThat(order.answers()).containsExactly(kind);
        return ended;
    }
}
