package dev.parley.it.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample's supplier lends two vans. */
class ResourceIsMadeIT extends RenewalTest {

    private final Pool vans = olga.pool("vans");

    ResourceIsMadeIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void define() {
        vans.define("capacity", 5, "pingEvery", LONG, "pingTimeout", LONG, "pressure", 1);
    }

    @AfterEach
    void giveAllBack() {
        for (String status : List.of("HELD", "WAITING")) {
            vans.participant()
                    .call(java.net.URI.create(vans.uri() + "/grants?status=" + status))
                    .send()
                    .json()
                    .path("grants")
                    .forEach(grant -> vans.release(grant.path("grantId").asText()));
        }
        assertThat(vans.self().delete().send().status()).isEqualTo(204);
    }

    @Test
    void isWhatTheSupplierCallsIt() {
        Set<String> plates = new TreeSet<>();
        plates.add(vans.seenBy(alice).hold().path("reference").asText());
        plates.add(vans.seenBy(bob).hold().path("reference").asText());

        assertThat(plates).containsExactly("VAN-1", "VAN-2");
    }

    @Test
    void isRefusedWhereTheSupplierHasNone() {
        vans.seenBy(alice).hold();
        vans.seenBy(alice).hold();

        HttpAnswer refused =
                assertThatItIsRefused(409, "pool-exhausted", vans.seenBy(bob).request());

        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(vans.view().path("held").asInt()).isEqualTo(2);
    }

    @Test
    void goesBackToTheSupplierAndToWhoeverWaits() {
        JsonNode first = vans.seenBy(alice).hold();
        vans.seenBy(alice).hold();
        String waiting = vans.seenBy(bob)
                .request("wait", LONG)
                .send()
                .json()
                .path("grantId")
                .asText();

        vans.seenBy(alice).release(first.path("grantId").asText());

        JsonNode granted = awaitHeld(vans.seenBy(bob), waiting);
        assertThat(granted.path("reference").asText())
                .isEqualTo(first.path("reference").asText());
        assertThat(granted.path("fencingToken").asLong())
                .isGreaterThan(first.path("fencingToken").asLong());
    }
}
