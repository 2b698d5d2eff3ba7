package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The server starts before its database does, and that refuses its user at first; later it goes away again. It has no
 * Micrometer, which is missed by nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag("once")
@InShares(on = Configuration.H2, seconds = 90)
class DatabaseComesLaterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PROCESS = "later";

    private ParleyServer server;
    private HttpParticipant alice;
    private HttpParticipant olga;

    @BeforeAll
    void prepare() {
        server = ParleyServer.freshWithPostgreSqlOfItsOwn("later")
                .withoutSamples()
                .withoutMetrics();
        alice = new HttpParticipant(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void parleyWaitsAndSaysForWhatAndIsThereWhenTheDatabaseIs() throws InterruptedException {
        server.lockOutOfDatabase();
        server.killDatabase();
        server.begin();
        awaiting("readiness that is down").until(() -> waitsFor().contains("start it"));
        awaiting("HTTP").until(() -> mailbox().status() == 503);
        HttpAnswer early = mailbox();
        assertThat(early.header("Retry-After")).isPresent();
        assertThat(early.json().path("type").asText()).isEqualTo("urn:parley:fault:unavailable");

        server.startDatabase();
        awaiting("a user that is refused").until(() -> waitsFor().contains("parley.database.user"));
        assertThat(server.logged("Parley 0")).anyMatch(line -> line.contains("looks again in"));

        server.letIntoDatabase();
        awaiting("Parley").until(server::isAnswering);
        awaiting("readiness").until(() -> ready().path("status").asText().equals("UP"));
        HttpAnswer made = mailbox();
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    /** Here the broker does not try a hundred times, but three. */
    @Test
    @Order(2)
    void itGoesAwayForSoLongThatTheBrokerGivesUpWhichIsMended() {
        HttpAnswer defined = olga.process(PROCESS)
                .put("{\"steps\":[{\"name\":\"wait\",\"wait\":\"PT1H\"}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        server.manage("/subsystem=messaging-activemq/server=default/address-setting=jms.queue." + ServerNames.REQUESTS
                + ":write-attribute(name=max-delivery-attempts,value=3)");
        String correlationId = fresh("correlation");

        server.killDatabase();
        awaiting("readiness that is down").until(() -> waitsFor().contains("start it"));
        try (JmsParticipant alone = JmsParticipant.core(server, server.alice())) {
            alone.send(JmsRequest.to(PROCESS)
                    .text("{}")
                    .exchange("in-only")
                    .correlationId(correlationId)
                    .withoutReplyAddress());
        }
        assertThat(DeadMessages.awaitReason(server, correlationId))
                .as("Parley has said nothing")
                .isEqualTo("null");
        server.startDatabase();
        awaiting("readiness").until(() -> ready().path("status").asText().equals("UP"));

        JsonNode letter = letters().path(0);
        assertThat(letter.path("reason").asText()).as(letter.toString()).isEqualTo("undelivered");
        HttpAnswer retried = olga.deadLetters("/" + letter.path("id").asText() + "/retry")
                .body("{\"reason\":\"the database is back\"}")
                .send();

        assertThat(retried.json().path("outcome").asText())
                .as(retried.toString())
                .isEqualTo("PUT_BACK");
        awaiting("the conversation").until(() -> olga.conversations()
                .query("operation", PROCESS)
                .send()
                .text()
                .contains(correlationId));
        assertThat(letters()).isEmpty();
    }

    /** As PostgreSQL is unless somebody configures it. The EAR has the name of the one in whose place it is. */
    @Test
    @Order(3)
    void itPreparesNoTransactionsAndParleyIsNotDeployed() {
        server.killDatabase();
        awaiting("readiness that is down").until(() -> waitsFor().contains("start it"));
        server.startDatabaseAsItComes();

        assertThatThrownBy(() -> server.manage(
                        "/subsystem=datasources/xa-data-source=ParleyDS:flush-all-connection-in-pool",
                        "/deployment=" + ServerNames.orderingEar().getFileName() + ":redeploy"))
                .hasMessageContaining("max_prepared_transactions of PostgreSQL is 0")
                .hasMessageContaining("in postgresql.conf and restart PostgreSQL");
    }

    private JsonNode letters() {
        return olga.deadLetters("").query("operation", PROCESS).send().json().path("deadLetters");
    }

    private HttpAnswer mailbox() {
        return alice.call(server.http().resolve(ServerNames.API + "/mailboxes/later"))
                .put("{}")
                .send();
    }

    private static ConditionFactory awaiting(String what) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).ignoreExceptions();
    }

    private String waitsFor() {
        for (JsonNode check : ready().path("checks")) {
            if (check.path("name").asText().equals("parley-database")) {
                return check.path("data").path("waitsFor").asText();
            }
        }
        return "";
    }

    private JsonNode ready() {
        return alice.call(server.management().resolve(ServerNames.READY)).send().json();
    }
}
