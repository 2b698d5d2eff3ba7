package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseRunsOutIT extends RenewalTest {

    LeaseRunsOutIT(ParleyServer server) {
        super(server);
    }

    /** For longer than a lease; each renewal has several seconds to get there. */
    @WaitingTest
    void notWhileItIsRenewed() {
        Pool leases = leases("PT8S");
        JsonNode granted = leases.hold();
        String id = granted.path("grantId").asText();
        Instant longAfter = time(granted, "grantedAt").plusSeconds(9);

        JsonNode renewed = await("renewed again and again")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> renewed(leases, id), grant -> time(grant, "confirmedAt")
                        .isAfter(longAfter));

        assertThat(Duration.between(time(renewed, "confirmedAt"), time(renewed, "nextPingAt")))
                .isEqualTo(Duration.ofSeconds(8));
        assertThat(renewed.has("ping")).isFalse();
        assertThatCounts(1, 0);
    }

    private static JsonNode renewed(Pool of, String id) {
        HttpAnswer answer = of.grant(id, "renew").send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @WaitingTest
    void withoutBeingAskedWhenItIsNotRenewed() {
        leases("PT2S");
        try (JmsParticipant holder = JmsParticipant.core(server, server.alice())) {
            Correspondence holders = new Correspondence(holder.replies());
            holder.sayOfResources(request());
            String id = holders.next("Reply", "request").property("GrantId");

            Answer notice = holders.next("Notice", "relinquished");

            assertThat(notice.property("GrantId")).isEqualTo(id);
            assertThat(notice.json().path("ended").asText()).isEqualTo("NOT_RENEWED");
            assertThat(holders.rest()).isEmpty();
            holder.sayOfResources(JmsRequest.to("renew").property("GrantId", id));
            assertThat(holders.next("Fault", "renew").problem()).isEqualTo("urn:parley:fault:grant-ended");
            assertThatItIsRefused(410, "grant-ended", pool.seenBy(olga).grant(id, "renew"));
        }
        assertThatCounts(0, 0);
    }

    @WaitingTest
    void andGoesToWhoWaits() {
        leases("PT1S");
        String queue = freshReplyQueue("bob");
        JsonNode granted = pool.hold();

        HttpAnswer waits = pool.seenBy(bob)
                .request("wait", LONG, "pingTo", "queue:" + queue)
                .send();

        assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Answer notice = new Correspondence(bobs.listen(queue)).next("Notice", "granted");
            assertThat(notice.json().path("fencingToken").asLong())
                    .isGreaterThan(granted.path("fencingToken").asLong());
        }
        assertThat(awaitEnd(pool, granted.path("grantId").asText())
                        .path("ended")
                        .asText())
                .isEqualTo("NOT_RENEWED");
    }

    @Test
    void isRenewedOverJms() {
        leases(LONG);
        try (JmsParticipant holder = JmsParticipant.core(server, server.alice())) {
            Correspondence holders = new Correspondence(holder.replies());
            holder.sayOfResources(request());
            Answer granted = holders.next("Reply", "request");

            holder.sayOfResources(JmsRequest.to("renew").property("GrantId", granted.property("GrantId")));

            Answer renewed = holders.next("Reply", "renew");
            assertThat(time(renewed.json(), "confirmedAt")).isAfter(time(granted.json(), "confirmedAt"));
        }
    }

    @Test
    void isNothingToRenewWhereHoldersAreAsked() {
        quiet(1);
        String id = pool.hold().path("grantId").asText();

        assertThatItIsRefused(409, "renewal-unsupported", pool.grant(id, "renew"));
        assertThatItIsRefused(404, "grant-unknown", pool.seenBy(bob).grant(id, "renew"));
    }

    @WaitingTest
    void endsAfterItsLifetimeThoughItIsRenewed() {
        Pool leases = pool.define("capacity", 1, "lease", true, "pingEvery", LONG, "maxLifetime", "PT2S");
        String id = leases.hold().path("grantId").asText();

        HttpAnswer end = await("the end of its lifetime")
                .atMost(PATIENCE)
                .until(() -> leases.grant(id, "renew").send(), answer -> answer.status() == 410);

        assertThat(end.json().path("ended").asText()).isEqualTo("LIFETIME");
        assertThatCounts(0, 0);
    }

    @WaitingTest
    void endsAfterItsLifetimeThoughItIsConfirmed() {
        pool.define("capacity", 1, "pingEvery", "PT1S", "pingTimeout", LONG, "maxLifetime", "PT3S");
        try (JmsParticipant holder = JmsParticipant.core(server, server.alice())) {
            Correspondence holders = new Correspondence(holder.replies());
            holder.sayOfResources(request());
            holders.next("Reply", "request");
            Answer ping = holders.ping();
            holder.sayOfResources(JmsRequest.to("confirm").correlationId(ping.correlationId()));

            Answer notice = holders.next("Notice", "relinquished");

            assertThat(notice.json().path("ended").asText()).isEqualTo("LIFETIME");
        }
        assertThatCounts(0, 0);
    }

    private Pool leases(String duration) {
        return pool.define("capacity", 1, "lease", true, "pingEvery", duration);
    }

    private JmsRequest request() {
        return JmsRequest.to("request").property("Pool", pool.name()).text("");
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }
}
