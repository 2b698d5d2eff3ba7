package dev.parley.it.configuration;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * PostgreSQL plans a statement by how much is in a table when it looks, and Parley's tables are empty again and again.
 * What is planned then is used for minutes, when a million rows may have come.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InShares(on = Configuration.POSTGRESQL)
class TablesAreFilledAndEmptiedIT {

    private static final int ROUNDS = 20;
    private static final int MANY = 20_000;
    private static final String OURS = " from pg_stat_user_tables where relname like 'parley\\_%'";

    private static final String VACUUMS = "select vacuum_count" + OURS + " and relname = 'parley_mail'";

    private ParleyServer server;
    private Probe probe;

    @BeforeAll
    void start() {
        assumeThat(ParleyServer.hasDatabaseProcess())
                .as("H2 counts rows itself")
                .isTrue();
        server = ParleyServer.fresh("filled-and-emptied").with(Probe.archive()).withJava("-Dparley.relay.vacuum=2000");
        server.start();
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void areReadAlongTheirIndexesWhateverWasInThemWhenItWasPlanned() {
        work();
        probe.sql("select relname" + OURS).forEach(table -> probe.sql("vacuum (analyze) " + table));
        Map<String, Integer> before = readFromOneEndToTheOther();
        int counted = counted();

        work();

        await("all of it is counted").atMost(Duration.ofSeconds(30)).until(() -> counted() > counted + 10 * ROUNDS);
        // Fewer are what PostgreSQL had not counted yet of the migrations: each statement of the work would have been
        // one in each round.
        assertThat(readFromOneEndToTheOther())
                .allSatisfy((table, times) -> assertThat(times - before.getOrDefault(table, 0))
                        .as("%s was read from one end to the other", table)
                        .isLessThan(ROUNDS / 2));
    }

    @Test
    void areClearedOfMessagesThatAreGoneBeforeAutovacuumLooks() {
        Mailbox mailbox = new HttpParticipant(server, server.alice())
                .mailbox(fresh("mail"))
                .define();
        List<String> messages = Collections.nCopies(100, Mailbox.message("body", 1));
        int before = probe.number(VACUUMS);
        await("a vacuum by Parley").atMost(Duration.ofMinutes(2)).until(() -> {
            mailbox.messages().body(Mailbox.messages(messages)).send();
            mailbox.receive(100).forEach(mailbox::acknowledge);
            return probe.number(VACUUMS) > before;
        });
    }

    /** One of many thousands is found by what it has as an attribute, without the others being read. */
    @Test
    void instancesAreFoundAlongTheIndexOfTheirAttributes() {
        HttpParticipant olga = new HttpParticipant(server, server.olga());
        String process = fresh("found");
        HttpAnswer defined = olga.process(process)
                .put("{\"steps\":[{\"name\":\"count\",\"operation\":\"count-effects\",\"input\":{}}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        HttpAnswer one = olga.operation(process).body("{}").send();
        olga.awaitFinal(one.location());
        copied(one.conversationId());
        int before = alongTheIndex();
        int others = readFromOneEndToTheOther().getOrDefault("parley_attribute", 0);

        for (int i = 1; i <= ROUNDS; i++) {
            HttpAnswer found = olga.conversations()
                    .query("process", process)
                    .query("attribute.orderId", "o-" + i)
                    .send();
            assertThat(found.json().path("conversations").findValuesAsText("conversationId"))
                    .as(found.toString())
                    .containsExactly("copy-" + i);
        }

        await("all of it is counted").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(alongTheIndex())
                .isGreaterThanOrEqualTo(before + ROUNDS));
        assertThat(readFromOneEndToTheOther().getOrDefault("parley_attribute", 0) - others)
                .isLessThan(ROUNDS / 2);
    }

    private void copied(String id) {
        probe.sql("insert into parley_conversation"
                + " select (jsonb_populate_record(c, jsonb_build_object('id', 'copy-' || n))).*"
                + " from parley_conversation c, generate_series(1, " + MANY + ") n where c.id = '" + id + "'");
        probe.sql("insert into parley_attribute (conversation_id, name, content)"
                + " select 'copy-' || n, 'orderId', 'o-' || n from generate_series(1, " + MANY + ") n");
        probe.sql("vacuum (analyze) parley_conversation");
        probe.sql("vacuum (analyze) parley_attribute");
    }

    private int alongTheIndex() {
        return probe.number(
                "select idx_scan from pg_stat_user_indexes where indexrelname = 'parley_attribute_content_ix'");
    }

    private int counted() {
        return probe.number("select sum(idx_scan + seq_scan)" + OURS);
    }

    private Map<String, Integer> readFromOneEndToTheOther() {
        return probe.sql("select relname, seq_scan" + OURS).stream()
                .map(row -> row.split("\t"))
                .collect(Collectors.toMap(row -> row[0], row -> Integer.valueOf(row[1])));
    }

    private void work() {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        Mailbox mailbox = alice.mailbox(fresh("mail")).define();
        Pool pool = alice.pool(fresh("pool")).define("capacity", 1);
        for (int i = 0; i < ROUNDS; i++) {
            mailbox.send("1");
            mailbox.acknowledge(mailbox.next());
            List<String> steps = Stream.of("one", "one", "two", "two")
                    .map(group -> Mailbox.message("body", group, "group", group, "messageId", fresh("step")))
                    .toList();
            mailbox.messages().body(Mailbox.messages(steps)).send();
            mailbox.receive(100).forEach(mailbox::acknowledge);
            mailbox.receive(100).forEach(mailbox::acknowledge);
            String conversation = fresh("planned");
            alice.awaitFinal(alice.operation(Samples.PLACE_ORDER)
                    .body(Samples.order())
                    .key(conversation)
                    .send()
                    .location());
            pool.release(pool.hold().path("grantId").asText());
        }
    }
}
