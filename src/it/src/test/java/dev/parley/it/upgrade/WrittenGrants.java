package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Pool;

/**
 * Leaves pools with grants that are held, asked, waited for and over, and with requests to who provides as their
 * holder.
 */
final class WrittenGrants {

    private final Parties parties;
    private final Written written;

    WrittenGrants(Parties parties, Written written) {
        this.parties = parties;
        this.written = written;
    }

    /** A pool, as somebody sees it. */
    static Pool pool(HttpParticipant participant, String name) {
        return participant.pool(name);
    }

    /** Asks for a grant, or once more for the same. */
    static HttpAnswer ask(HttpParticipant holder, String pool, Object... namesAndValues) {
        return pool(holder, pool)
                .request(namesAndValues)
                .key("grant-of-" + pool)
                .send();
    }

    /** Over JMS. */
    static JmsRequest askingFor(String pool) {
        return JmsRequest.to("request")
                .property("Pool", pool)
                .messageId("grant-of-" + pool)
                .replyTo(Parties.ANSWERS);
    }

    void grants(JmsParticipant alice) {
        define("magazines", "capacity", 1, "pingEvery", "PT2H", "pingTimeout", "PT10M");
        HttpAnswer held = ask(parties.alice(), "magazines", "pingTo", "mailbox:answers");
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        HttpAnswer waits = ask(parties.bob(), "magazines", "wait", "PT2H");
        assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
        define("vans", "capacity", 2, "pingEvery", "PT2H");
        assertThat(ask(parties.alice(), "vans").json().path("reference").asText())
                .isEqualTo("VAN-1");
        String second = ask(parties.bob(), "vans").json().path("grantId").asText();
        pool(parties.bob(), "vans").release(second);
        define("leases", "capacity", 2, "pingEvery", "PT15M", "lease", true);
        assertThat(ask(parties.alice(), "leases").status()).isEqualTo(201);
        define("journals", "capacity", 2, "pingEvery", "PT2H");
        alice.sayOfResources(askingFor("journals"));
        await("alice is asked whether she still wants it")
                .atMost(Parties.PATIENCE)
                .until(() -> ofAlice().has("ping"));
    }

    private JsonNode ofAlice() {
        return ask(parties.alice(), "magazines", "pingTo", "mailbox:answers").json();
    }

    private void define(String name, Object... namesAndValues) {
        pool(parties.olga(), name).define(namesAndValues);
    }

    /** Petra provides as a holder: she has been asked; or she has come when nobody was there to be asked. */
    void asked() {
        written.enter("quote-by-pool", "{\"pool\":\"couriers\"}", "\"timeout\":\"PT2H\"");
        register("couriers", "provider.petra");
        parties.accepted(parties.request("quote-by-pool", "asked-by-pool", Parties.ITEM));
        written.enter("quote-by-nobody", "{\"pool\":\"late-couriers\"}", Written.LONG_PAUSES);
        parties.accepted(parties.request("quote-by-nobody", "asked-nobody", Parties.ITEM));
        written.enter("quote-by-nobody", "{\"pool\":\"late-couriers\"}", Written.LONG_ATTEMPTS);
        register("late-couriers", "provider.petra.late");
    }

    private void register(String pool, String queue) {
        define(pool, "capacity", 2, "pingEvery", "PT3M", "pingTimeout", "PT1M", "holders", new String[] {"petra"});
        HttpAnswer held = ask(parties.petra(), pool, "pingTo", "queue:" + queue);
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
    }
}
