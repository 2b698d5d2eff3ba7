package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.DatabaseLine;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Where the database is on another machine, each round trip to it takes time, and what is locked is locked for that
 * time. So one message takes few of them, and a hundred not many more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InShares(on = Configuration.POSTGRESQL)
class DatabaseIsFarAwayIT {

    private static final int MANY = 100;

    /** What else goes on at the same time: sweeps, looks for arrivals. */
    private static final int OTHERS = 8;

    private static final int TRIES = 10;

    private ParleyServer server;
    private DatabaseLine line;
    private Mailbox mailbox;

    @BeforeAll
    void start() {
        assumeThat(ParleyServer.hasDatabaseProcess())
                .as("H2 is in the same process")
                .isTrue();
        server = ParleyServer.fresh("far-away");
        line = server.withDatabaseLine();
        server.start();
        mailbox = new HttpParticipant(server, server.alice())
                .mailbox(fresh("mail"))
                .define();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (line != null) {
            line.close();
        }
    }

    @Test
    void manyMessagesTakeHardlyMoreRoundTripsThanOne() {
        assertThat(least(MANY, false)).isLessThan(3 * 5 + OTHERS);
    }

    @Test
    void manyMessagesOfGroupsTakeHardlyMoreRoundTripsThanOne() {
        assertThat(least(MANY, true)).isLessThan(3 * 8 + OTHERS);
    }

    /** The fewest round trips in which so many messages are sent, received and acknowledged. */
    private int least(int messages, boolean inGroups) {
        return IntStream.range(0, TRIES)
                .map(i -> roundTrips(messages, inGroups))
                .min()
                .orElseThrow();
    }

    private int roundTrips(int messages, boolean inGroups) {
        List<String> some = IntStream.range(0, messages)
                .mapToObj(i -> inGroups
                        ? Mailbox.message("body", i, "messageId", fresh("mail"), "group", fresh("group"))
                        : Mailbox.message("body", i, "messageId", fresh("mail")))
                .toList();
        int before = line.roundTrips();
        assertThat(mailbox.messages().body(Mailbox.messages(some)).send().status())
                .isEqualTo(201);
        int got = 0;
        while (got < messages) {
            List<Mail> mails = mailbox.receive(MANY);
            got += mails.size();
            mailbox.at("locks/acknowledge")
                    .body(Json.object("locks", mails.stream().map(Mail::lock).toList()))
                    .send();
        }
        return line.roundTrips() - before;
    }
}
