package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Status;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.rule.ProcessSettings;
import org.junit.jupiter.api.Test;

class FindableTest {

    private final KnownOffers offers = new KnownOffers().beans("do", "undo");

    private Instance of(String steps) {
        return Instance.of(offers, steps);
    }

    @Test
    void anInstanceIsFoundByTheStepsThatGoOnAndByWhyItIsStuck() {
        Instance order = of(
                """
                [{"name": "p", "parallel": [[{"name": "a", "operation": "do"}],
                                            [{"name": "b", "operation": "do", "onFault": "stop"}]]}]
                """);
        assertThat(Findable.marks(order.state())).containsExactlyInAnyOrder("$step/p", "$step/a", "$step/b");
        order.replies("step.a").faults("step.b", "closed");
        assertThat(Findable.marks(order.state())).containsExactlyInAnyOrder("$step/p", "$step/b", "$fault/closed");
        order.command(new Command.Skip("b", order.etag("b"), null));
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(Findable.marks(order.state())).isEmpty();
    }

    @Test
    void whatWentBackIsFoundByWhy() {
        Instance order = of("[{\"name\": \"a\", \"operation\": \"do\", \"compensation\": \"undo\"},"
                + " {\"name\": \"b\", \"operation\": \"do\"}]");
        order.replies("step.a").faults("step.b", "closed").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        assertThat(Findable.marks(order.state())).containsExactly("$fault/closed");
    }

    @Test
    void aRoundIsFoundByTheNameOfItsStep() {
        Instance order = Instance.of(
                offers,
                ProcessSettings.DEFAULT,
                "{\"steps\": [{\"name\": \"l\", \"forEach\": [1, 2], \"as\": \"i\", \"steps\": [{\"name\": \"a\", \"operation\": \"do\"}]}]}",
                "{}");
        assertThat(Findable.marks(order.state())).containsExactlyInAnyOrder("$step/l", "$step/a");
    }
}
