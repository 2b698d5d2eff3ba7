package dev.parley.it.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The broker cannot be reached for longer than holders have for an answer, while Parley and its database go on. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 70)
class BrokerIsAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than a holder of this pool may be silent. */
    private static final String LONG_AGO = "seen_at < current_timestamp - interval '20' second";

    private final ParleyServer server = ParleyServer.fresh("without-broker").with(Probe.archive());
    private Probe probe;
    private Pool pool;

    @BeforeEach
    void start() {
        server.start();
        probe = new Probe(server);
        pool = new HttpParticipant(server, server.alice()).pool(Samples.fresh("pool"));
        pool.define("capacity", 1, "pingEvery", "PT1S", "pingTimeout", "PT8S", "pingAttempts", 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyLosesForSilence() {
        String grant = pool.hold("pingTo", "none").path("grantId").asText();
        probe.stopBroker();
        try {
            await("nobody has been seen for a while")
                    .atMost(PATIENCE)
                    .until(() -> probe.number("select count(*) from parley_uptime where " + LONG_AGO) == 1);
            assertThat(pool.view(grant).path("status").asText()).isEqualTo("HELD");
        } finally {
            probe.startBroker();
        }

        JsonNode ping =
                await("a ping").atMost(PATIENCE).until(() -> pool.view(grant).path("ping"), p -> p.has("pingId"));
        HttpAnswer kept =
                pool.answer(grant, "confirm", ping.path("pingId").asText()).send();
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        await("who is silent now loses it")
                .atMost(PATIENCE)
                .until(() -> pool.grant(grant).send().status() == 410);
    }
}
