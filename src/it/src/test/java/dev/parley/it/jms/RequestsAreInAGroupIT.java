package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsAreInAGroupIT extends JmsTest {

    RequestsAreInAGroupIT(ParleyServer server) {
        super(server);
    }

    @Test
    void keepTheirOrder() {
        String group = fresh("group");
        List<String> sent = new ArrayList<>();
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            for (int i = 0; i < 60; i++) {
                sent.add(alice.send(JmsRequest.to(PLACE_ORDER).text(order()).property("JMSXGroupID", group)));
                bob.send(JmsRequest.to(PLACE_ORDER).text(order()));
            }
            List<String> answered = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                answered.add(alice.replies().next().correlationId());
            }
            assertThat(answered).containsExactlyElementsOf(sent);
        }
    }
}
