package dev.parley.relay.engine;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.relay.MailRow;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.engine.table.PlaceInLine;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is in mailboxes, for those who may. */
@ApplicationScoped
class MailboxPages {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})_([0-9]{1,18})");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    @Inject
    MailTransactions transactions;

    /** Reads from a mailbox. */
    @FunctionalInterface
    interface Reading<T> {
        T from(MailboxTable.Numbered mailbox, Connection connection) throws SQLException;
    }

    /**
     * Reads from a mailbox of the caller, without changing it.
     *
     * @throws Refusal {@code mailbox-unknown}
     */
    <T> T read(String name, Caller caller, Reading<T> reading) {
        return transactions.here(connection -> {
            MailboxTable.Numbered found = new MailboxTable(connection).rows().find(name);
            if (found == null || !found.mailbox().mayReceive(caller)) {
                throw new Refusal(RelayProblems.mailboxUnknown(name));
            }
            return reading.from(found, connection);
        });
    }

    static String cursor(MailRow last) {
        Instant at = last.standing().availableAt();
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
        return micros + "_" + last.mail().position();
    }

    static PlaceInLine place(@Nullable String cursor) {
        if (cursor == null) {
            return PlaceInLine.BEGIN;
        }
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Page.notACursor();
        }
        try {
            long micros = Long.parseLong(parts.group(1));
            Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            return new PlaceInLine(at, Long.parseLong(parts.group(2)));
        } catch (DateTimeException e) {
            throw Page.notACursor();
        }
    }

    static long position(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!POSITION.matcher(cursor).matches()) {
            throw Page.notACursor();
        }
        return Long.parseLong(cursor);
    }
}
