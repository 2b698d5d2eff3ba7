package dev.parley.relay.engine;

import dev.parley.engine.commit.Alarm;
import dev.parley.engine.commit.Due;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.relay.MailRow;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.engine.table.MailKeyTable;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes messages in mailboxes that have expired, makes dead letters of others, and forgets the keys of what was long
 * ago.
 */
@ApplicationScoped
class MailsDue implements Due {

    private static final Logger LOG = System.getLogger(MailsDue.class.getName());
    private static final String NAME = "messages in mailboxes";

    @Inject
    MailTransactions transactions;

    @Inject
    TransactionalSender posting;

    @Inject
    MailChanges changes;

    @Inject
    Settings settings;

    @Inject
    Alarm alarm;

    @Override
    public String name() {
        return NAME;
    }

    /** Something will be due. */
    void committed(@Observes MailWork.Changes committed) {
        alarm.set(NAME, committed.dueAt());
    }

    /** They come with their bodies. */
    @Override
    public int most() {
        return 100;
    }

    @Override
    public Duration gathering() {
        return Duration.ofMillis(500);
    }

    @Override
    public int sweep(int most) {
        return transactions.inNew(connection -> posting.with(post -> {
            JdbcMailStore store = transactions.store(connection);
            try {
                MailWork work = transactions.work(store, DatabaseClock.now(connection));
                MailboxTable mailboxes = new MailboxTable(connection);
                MailSweep.Swept swept = new MailSweep(store, work, mailboxes::name, post).sweep(most);
                MailWork.Changes changed = work.finish();
                List<MailOrder.Send> faults = new ArrayList<>(swept.faults());
                if (!faults.isEmpty()) {
                    changes.afterCommit(transactions.run(faults, connection).changes());
                }
                changes.afterCommit(changed);
                report(swept);
                return swept.found();
            } catch (SQLException e) {
                throw new Connections.Failed(e);
            }
        }));
    }

    @Override
    public void putOffFirst() {
        transactions.inNew(connection -> {
            Instant now = DatabaseClock.now(connection);
            for (MailRow first : transactions.store(connection).due(now, 1)) {
                new MailTable(connection).putOff(first.mail().position(), now.plus(settings.sweepInterval()));
            }
            return true;
        });
    }

    @Override
    public boolean after() {
        transactions.inNew(connection -> new MailKeyTable(connection).forget(DatabaseClock.now(connection)));
        return false;
    }

    @Override
    public Optional<Instant> next() {
        return transactions.here(connection -> new MailTable(connection).nextDue());
    }

    private static void report(MailSweep.Swept swept) {
        if (swept.untold() > 0) {
            LOG.log(Level.INFO, "{0} messages in mailboxes expired, with no address to tell of it", swept.untold());
        }
        if (swept.dead() > 0) {
            LOG.log(Level.WARNING, "{0} messages in mailboxes are dead letters now", swept.dead());
        }
    }
}
