package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A change of the directory holds for the next request, whichever node gets it. */
class OperationIsEnteredOnAnotherNodeIT extends NodesTest {

    private final String operation = Samples.fresh("quote");

    OperationIsEnteredOnAnotherNodeIT(Nodes nodes) {
        super(nodes);
    }

    @AfterEach
    void forget() {
        olga(nodes.first()).operation(operation).delete().send();
        olga(nodes.first()).operation(ERRAND).delete().send();
    }

    @Test
    void overHttpItIsThereChangedAndGoneForTheSecond() {
        holdsForTheNextRequest(nodes.first(), nodes.second());
    }

    @Test
    void overHttpItIsThereChangedAndGoneForTheFirst() {
        holdsForTheNextRequest(nodes.second(), nodes.first());
    }

    private void holdsForTheNextRequest(ParleyServer written, ParleyServer asked) {
        try (JmsProvider paul = provider("paul");
                JmsProvider petra = provider("petra")) {
            assertThat(ask(asked).status()).isEqualTo(404);

            enter(written, operation, servedBy(paul));
            String toPaul = ask(asked).conversationId();
            assertThat(paul.next().conversationId()).isEqualTo(toPaul);

            enter(written, operation, servedBy(petra));
            String toPetra = ask(asked).conversationId();
            assertThat(petra.next().conversationId()).isEqualTo(toPetra);

            delete(written);
            enter(written, operation, servedBy(paul));
            String toPaulAgain = ask(asked).conversationId();
            assertThat(paul.next().conversationId()).isEqualTo(toPaulAgain);

            delete(written);
            assertThat(ask(asked).status()).isEqualTo(404);
        }
    }

    private void delete(ParleyServer node) {
        assertThat(olga(node).operation(operation).delete().send().status()).isEqualTo(204);
    }

    private HttpAnswer ask(ParleyServer node) {
        return alice(node).operation(operation).body("{}").send();
    }

    @Test
    void preconditionIsKeptAcrossNodes() {
        try (JmsProvider paul = provider("paul")) {
            HttpAnswer entered =
                    olga(nodes.first()).operation(operation).put(servedBy(paul)).send();
            String tag = entered.header("ETag").orElseThrow();
            assertThat(change(nodes.second(), paul, tag).status()).isEqualTo(200);

            assertThat(change(nodes.first(), paul, tag).status()).isEqualTo(412);
        }
    }

    private HttpAnswer change(ParleyServer node, JmsProvider provider, String tag) {
        return olga(node)
                .operation(operation)
                .put(servedBy(provider))
                .header("If-Match", tag)
                .send();
    }

    /** Which node takes a message nobody knows; so many wait at once that both take some. */
    @Test
    void overJmsItIsThereChangedAndGoneForBoth() {
        try (JmsParticipant alice = alice()) {
            enter(nodes.first(), ERRAND, methodThatRequires("what"));
            awaitErrandsOfBoth(alice);

            enter(nodes.second(), ERRAND, methodThatRequires("why"));
            assertThat(askAtOnce(alice, MANY)).allSatisfy(refused -> {
                assertThat(refused.kind()).isEqualTo("Fault");
                assertThat(refused.text()).contains("/why");
            });

            assertThat(olga(nodes.first()).operation(ERRAND).delete().send().status())
                    .isEqualTo(204);
            awaitErrandsOfBoth(alice);
        }
    }

    private static String methodThatRequires(String field) {
        return "{\"provider\":{\"bean\":true},\"schema\":{\"required\":[\"" + field + "\"]}}";
    }
}
