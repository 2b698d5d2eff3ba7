package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class ProcessIsSomebodyElsesIT extends ProcessTest {

    private static final String REASON = "{\"reason\":\"curious\"}";

    ProcessIsSomebodyElsesIT(ParleyServer server) {
        super(server);
    }

    @Test
    void anInstanceIsSeenByItsRequesterAndByOperators() {
        define(steps(STOCK));
        Instance order = start();
        order.end();

        assertThat(order.seenBy(olga).steps().send().status()).isEqualTo(200);
        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).steps());
        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).self());
        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).command("pause", REASON));
        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).command("resume", REASON));
        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).command("stock", "skip", REASON));
    }

    /** Its steps are asked by Parley, which is nobody's business but the operators'. */
    @Test
    void theConversationsWithItsStepsAreSeenByOperators() {
        define(steps(STOCK));
        Instance order = start();
        order.end();
        String from = order.journal().path(2).path("from").asText();
        String exchange = from.substring(from.lastIndexOf('/') + 1);

        assertThat(from).startsWith("conversation:exchange/");
        assertThat(olga.conversation(exchange).send().status()).isEqualTo(200);
        assertThatItIsRefused(404, "conversation-unknown", alice.conversation(exchange));
        assertThatItIsRefused(404, "conversation-unknown", bob.conversation(exchange));
        assertThat(bob.conversations().query("limit", "200").send().text()).doesNotContain(order.id(), exchange);
    }

    @Test
    void whatIsNoProcessHasNoSteps() {
        HttpAnswer accepted = alice.operation("count-effects").body("{}").send();
        Instance exchange = new Instance(alice, accepted.location());

        assertThatItIsRefused(404, "conversation-unknown", exchange.steps());
        assertThatItIsRefused(404, "conversation-unknown", exchange.seenBy(olga).command("pause", REASON));
    }

    @Test
    void onlyOperatorsDefineProcesses() {
        assertThatItIsRefused(403, "operators-only", alice.process(process).put(steps(STOCK)));
        define(steps(STOCK));

        assertThatItIsRefused(403, "operators-only", alice.process(process).put(steps(PAY)));
        assertThatItIsRefused(403, "operators-only", alice.process(process).delete());
        assertThat(alice.process(process).send().status()).isEqualTo(200);
    }

    @Test
    void nobodyIsLetInWithoutAName() {
        HttpParticipant anonymous = HttpParticipant.anonymous(server);

        assertThat(anonymous.processes().send().status()).isEqualTo(401);
        assertThat(anonymous.process(process).put(steps(STOCK)).send().status()).isEqualTo(401);
    }
}
