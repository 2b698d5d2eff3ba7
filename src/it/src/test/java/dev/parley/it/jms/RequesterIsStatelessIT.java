package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.TOO_MANY;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class RequesterIsStatelessIT extends JmsTest {

    private static final int LIMIT = 32 * 1024;

    RequesterIsStatelessIT(ParleyServer server) {
        super(server);
    }

    @Test
    void getsItsStateBackWithAcknowledgmentAndReply() {
        String state = "step=7; \u2713 " + "x".repeat(1_000);

        Answer ack =
                alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).acknowledge().state(state));
        Answer reply = alice.replies().next();

        assertThat(ack.kind()).isEqualTo("Ack");
        assertThat(ack.state()).isEqualTo(state);
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.state()).isEqualTo(state);
    }

    @Test
    void getsItsStateBackWithAFault() {
        Answer fault = alice.ask(
                JmsRequest.to(RESERVE_STOCK).text(reservation(TOO_MANY)).state("step=8"));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.state()).isEqualTo("step=8");
    }

    @Test
    void mayHaveAsMuchStateAsIsPromised() {
        String state = "x".repeat(LIMIT);

        Answer reply = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).state(state));

        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.state()).isEqualTo(state);
    }

    @Test
    void mayNotHaveMore() {
        String id = fresh("message");

        Answer fault =
                alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).messageId(id).state("x".repeat(LIMIT + 1)));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).startsWith("urn:parley:fault:");
        assertThat(effects(id)).isZero();
    }
}
