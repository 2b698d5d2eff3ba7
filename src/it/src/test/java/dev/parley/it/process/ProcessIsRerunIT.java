package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** What has ended is begun anew in the middle, as another conversation. */
class ProcessIsRerunIT extends ProcessTest {

    ProcessIsRerunIT(ParleyServer server) {
        super(server);
    }

    private static String from(String step) {
        return Json.object("from", step, "reason", "the labels were lost");
    }

    @Test
    void takesOverWhatWasDoneBefore() {
        enterPaul("PT1M");
        define(steps(quoted(), STOCK, PAY));
        Instance order = start();
        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":7}");
        order.end();
        assertThat(order.actions()).doesNotContain("rerun");
        assertThat(order.seenBy(olga).actions()).contains("rerun");

        HttpAnswer begun = order.seenBy(olga).command("rerun", from("stock")).send();

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        Instance again = new Instance(alice, begun.location());
        assertThat(again.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(again.statuses()).containsEntry("quote", "SUCCEEDED").containsEntry("pay", "SUCCEEDED");
        assertThat(order.notes()).contains("rerun");
        assertThatItIsRefused(409, "not-compensable", order.command("cancel", null));
        assertThatItIsRefused(409, "command-refused", order.seenBy(olga).command("rerun", from("pay")));

        assertThat(again.command("cancel", null).send().status()).isEqualTo(202);
        again.await("pay", "COMPENSATED").await("stock", "COMPENSATED");
        Asked undo = paul.next();
        assertThat(property(undo, "Compensates")).isEqualTo(property(asked, "MessageId"));
        paul.reply(undo, "{}");
        again.await("COMPENSATED");
    }

    @Test
    void takesOverNothingThatWasUndone() {
        define(steps(STOCK, UNICORN));
        Instance order = start();
        order.end();

        assertThatItIsRefused(403, "operators-only", order.command("rerun", from("unicorn")));
        Instance seen = order.seenBy(olga);
        assertThatItIsRefused(409, "command-refused", seen.command("rerun", from("unicorn")));
        assertThatItIsRefused(404, "step-unknown", seen.command("rerun", from("nowhere")));
        assertThatItIsRefused(400, "body-invalid", seen.command("rerun", "{\"reason\":\"r\"}"));
        assertThatItIsRefused(400, "reason-missing", seen.command("rerun", "{\"from\":\"stock\"}"));
    }
}
