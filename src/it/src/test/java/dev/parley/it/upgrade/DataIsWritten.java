package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Writes what the tests of this package read. It is run by its name, and by hand, with the version that is to be
 * upgraded: {@code -Dit.test=DataIsWritten -Dparley.it.delivery=outbox}, once for each database. It wants
 * {@code pg_dump}. With {@code xa} it leaves a data directory, killed, instead of a dump.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DataIsWritten {

    private final Path dump = Path.of("src/test/resources/dev/parley/it/upgrade", UpgradedServer.dump())
            .toAbsolutePath();

    @Test
    void withEveryKindOfConversationUnderWay() throws IOException, InterruptedException {
        ParleyServer server = UpgradedServer.with(ParleyServer.freshWithDatabaseOfItsOwn("before"))
                .withJava("-Dparley.http.inline=PT0S");
        server.start();
        Probe probe = new Probe(server);
        Parties parties = Parties.of(server);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Written written = new Written(parties, alice);
            WrittenMail mail = new WrittenMail(parties, written);
            WrittenGrants grants = new WrittenGrants(parties, written);
            written.finished();
            mail.mails();
            mail.asked();
            grants.grants(alice);
            grants.asked();
            written.asked();
            written.turns();
            written.failing();
            await("it has failed twice")
                    .atMost(Parties.PATIENCE)
                    .until(() -> probe.number("select count(*) from ordering_label_attempt") >= 2);
            if (Delivery.chosen() == Delivery.OUTBOX) {
                probe.stopBroker();
            } else {
                written.keepCouriersBusy();
            }
            written.acceptedOnly();
            mail.letterIsAnswered();
            if (Delivery.chosen() == Delivery.OUTBOX) {
                probe.sql(WORK_THAT_THE_BROKER_HAS);
                dump(server, probe);
            }
        } finally {
            server.kill();
        }
    }

    /** What the broker has, a dump has not: the next attempt at the operation that fails. */
    private static final String WORK_THAT_THE_BROKER_HAS =
            "insert into parley_outbox (id, destination, headers, body, written_at, due_at, tries) select 'failing',"
                    + " destination, replace(replace(headers, 'accepted', 'jms-failing'), 'book-courier', 'print-label'),"
                    + " 'jms-failing', written_at, due_at, 0 from parley_outbox where body = 'accepted'";

    private void dump(ParleyServer server, Probe probe) throws IOException, InterruptedException {
        Path raw = server.directory().resolve("dump.sql");
        Instant now = Instant.now();
        if (ParleyServer.hasDatabaseProcess()) {
            String port = probe.sql("select inet_server_port()").get(0);
            String database = probe.sql("select current_database()").get(0);
            int exit = new ProcessBuilder(
                            "pg_dump",
                            "--inserts",
                            "--no-owner",
                            "--no-privileges",
                            "--no-comments",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            port,
                            "-U",
                            "parley",
                            "-f",
                            raw.toString(),
                            database)
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
        } else {
            probe.sql("script nopasswords nosettings to '" + raw + "'");
        }
        String sql = Files.readString(raw).replaceAll("(?m)^(--.*|\\\\.*|SET .*|)\n", "");
        Files.createDirectories(dump.getParent());
        Files.writeString(dump, Dump.relative(sql, now));
    }
}
