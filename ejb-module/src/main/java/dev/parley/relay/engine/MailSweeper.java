package dev.parley.relay.engine;

import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.engine.table.MailKeyTable;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Does what is due with messages in mailboxes: at the time that was committed on this node, and in the sweep interval what other nodes left. Any number of nodes at
 * once; what is due stands in the database.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSweeper {

    private static final Logger LOG = System.getLogger(MailSweeper.class.getName());
    private static final int MOST = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    MailTransactions transactions;

    @Inject
    TransactionalSender posting;

    @Inject
    MailChanges changes;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    MailAlarm alarm;

    @PostConstruct
    void start() {
        alarm.begin(this::wake);
        alarm.arm(clock.instant());
    }

    @PreDestroy
    void stop() {
        alarm.stop();
    }

    private void wake() {
        alarm.arm(clock.instant().plus(settings.sweepInterval()));
        try {
            while (sweep() == MOST) {
                // there may be more
            }
            transactions.inNew(connection -> new MailKeyTable(connection).forget(DatabaseClock.now(connection)));
            Instant next = transactions.here(connection -> next(connection));
            Instant soon = clock.instant().plus(PAUSE);
            alarm.arm(next.isBefore(soon) ? soon : next);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is due in mailboxes could not be done; it is tried again", e);
            alarm.arm(clock.instant().plus(PAUSE.multipliedBy(10)));
        }
    }

    private static Instant next(Connection connection) throws SQLException {
        Instant due = new MailTable(connection).nextDue();
        return due == null ? Instant.MAX : due;
    }

    private int sweep() {
        return transactions.inNew(connection -> posting.with(post -> {
            JdbcMailStore store = transactions.store(connection);
            try {
                MailWork work = transactions.work(store, DatabaseClock.now(connection));
                MailboxTable mailboxes = new MailboxTable(connection);
                MailSweep.Swept swept = new MailSweep(store, work, mailboxes::name, post).sweep(MOST);
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

    private static void report(MailSweep.Swept swept) {
        if (swept.untold() > 0) {
            LOG.log(Level.INFO, "{0} messages in mailboxes expired, with no address to tell of it", swept.untold());
        }
        if (swept.dead() > 0) {
            LOG.log(Level.WARNING, "{0} messages in mailboxes are dead letters now", swept.dead());
        }
    }
}
