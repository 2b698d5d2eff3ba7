package dev.parley.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.config.SettingsReader;
import dev.parley.engine.jdbc.PatternStateMigration;
import dev.parley.engine.metrics.Metrics;
import dev.parley.exchange.ExchangePattern;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StaleStateException;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on one conversation at the same time, each in its transaction, in H2, which lets them wait for 10 s. */
class JournalIsWrittenLastTest {

    private static final String URL =
            "jdbc:h2:mem:order;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String ID = "c1";

    private final JdbcDataSource database = new JdbcDataSource();
    private final CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    private SessionFactory factory;

    /** How a command comes by its conversation. */
    private enum Command {
        /** Work of an operation, or an answer. */
        READS {
            @Override
            Conversation take(ConversationStore store) {
                return store.find(List.of(ID)).get(ID);
            }
        },
        /** A cancellation, a turn, an answer to a parent. */
        LOCKS {
            @Override
            Conversation take(ConversationStore store) {
                return store.findLocked(List.of(ID)).get(ID);
            }
        },
        /** A deadline. */
        CLAIMS {
            @Override
            Conversation take(ConversationStore store) {
                return store.claimDue(NOW.plusSeconds(100), 1).stream()
                        .findFirst()
                        .orElse(null);
            }
        };

        abstract Conversation take(ConversationStore store);
    }

    /** A transaction: of the database alone, and with what is to be done before it commits. */
    private final class Work implements AutoCloseable {

        private final EntityManager entities = factory.createEntityManager();
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private final DatabaseConversationStore store = new DatabaseConversationStore();

        @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
        Work() {
            store.entities = entities;
            store.settings = SettingsReader.read(key -> Optional.empty());
            store.patterns = new Patterns(List.of(new ExchangePattern()));
            store.afterCommit = new Nobody();
            store.marks = new Marks();
            store.metrics = new Metrics();
            store.journal = new JournalBuffer();
            store.journal.entities = entities;
            store.journal.transactions = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    Work.class.getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, given) -> registry(method.getName(), given));
            entities.getTransaction().begin();
        }

        private Object registry(String method, Object[] given) {
            return switch (method) {
                case "getResource" -> resources.get(given[0]);
                case "putResource" -> resources.put(given[0], given[1]);
                case "registerInterposedSynchronization" -> synchronizations.add((Synchronization) given[0]);
                case "getRollbackOnly" -> false;
                default -> throw new UnsupportedOperationException(method);
            };
        }

        /** Ends the conversation with a message: the journal comes first in what every command does. */
        void end(Conversation conversation) {
            Conversation journaled = conversation.journaled(1);
            store.append(new JournalEntry(
                    ID,
                    journaled.sequence(),
                    Direction.OUT,
                    MessageKind.REPLY,
                    "order",
                    "parley",
                    null,
                    "m",
                    "k",
                    NOW,
                    "{}"));
            store.update(journaled.become(Status.SUCCEEDED, NOW));
        }

        void commit() {
            synchronizations.forEach(Synchronization::beforeCompletion);
            entities.getTransaction().commit();
        }

        @Override
        public void close() {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Tells nobody. */
    private static final class Nobody extends AfterCommit {
        @Override
        public void changed(String conversationId) {}

        @Override
        public void dueAt(Instant instant) {}
    }

    @BeforeEach
    void storeAConversation() {
        database.setURL(URL);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/h2")
                .javaMigrations(new PatternStateMigration(false))
                .load()
                .migrate();
        factory = new Configuration()
                .addAnnotatedClass(ConversationRow.class)
                .addAnnotatedClass(JournalRow.class)
                .setProperty("hibernate.connection.url", URL)
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .buildSessionFactory();
        try (Work work = new Work()) {
            work.store.insert(Conversation.accepted("exchange", request(), ID, NOW));
            work.commit();
        }
    }

    private static Envelope request() {
        return new Envelope(
                "order",
                "{}",
                MessageExchangePattern.IN_OUT,
                "user:alice",
                "alice",
                "m1",
                "k",
                null,
                null,
                false,
                null,
                null,
                NOW.plusSeconds(60),
                0);
    }

    @AfterEach
    void drop() throws SQLException {
        factory.close();
        ask("shutdown");
    }

    private int ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void letsWhoeverHasTheRowGoOn() throws Exception {
        try (Work cancellation = new Work();
                Work reply = new Work()) {
            Conversation locked = Command.LOCKS.take(cancellation.store);
            Conversation read = Command.READS.take(reply.store);
            cancellation.end(locked);
            reply.end(read);

            var late = CompletableFuture.runAsync(reply::commit);
            while (ask("select count(*) from information_schema.sessions where blocker_id is not null") == 0) {
                LockSupport.parkNanos(1_000_000);
            }
            var first = CompletableFuture.runAsync(cancellation::commit);

            first.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> late.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS))
                    .hasRootCauseInstanceOf(StaleStateException.class);
        }
        assertThatItEndedOnce();
    }

    @ParameterizedTest
    @CsvSource({"READS, READS", "READS, LOCKS", "READS, CLAIMS", "LOCKS, LOCKS", "LOCKS, CLAIMS", "CLAIMS, CLAIMS"})
    void oneOfTwoWinsAtOnce(Command one, Command other) throws Exception {
        var first = CompletableFuture.supplyAsync(() -> wins(one));
        var second = CompletableFuture.supplyAsync(() -> wins(other));

        boolean firstWins = first.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        boolean secondWins = second.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(firstWins ^ secondWins).isTrue();
        assertThatItEndedOnce();
    }

    @Test
    void waitsForNobodyWhereItNeedNot() throws Exception {
        try (Work holder = new Work();
                Work other = new Work()) {
            Conversation locked = Command.LOCKS.take(holder.store);
            assertThat(other.store.lockFree(List.of(ID, "unknown"))).containsExactly(ID);

            holder.end(locked);
            holder.commit();

            assertThat(other.store.lockFree(List.of(ID, "unknown"))).isEmpty();
            assertThat(other.store.findLocked(List.of(ID)).get(ID).status()).isEqualTo(Status.SUCCEEDED);
        }
    }

    /** What a transaction makes of a conversation one after the other is one update, with its commit. */
    @Test
    void aConversationIsWrittenOnce() throws Exception {
        factory.getStatistics().setStatisticsEnabled(true);
        try (Work work = new Work()) {
            Conversation step = Command.LOCKS.take(work.store);
            for (int i = 1; i <= 3; i++) {
                step = step.journaled(1).become(Status.RUNNING, NOW.plusSeconds(i));
                work.store.update(step);
            }
            work.end(step);
            work.commit();
        }
        assertThat(factory.getStatistics().getEntityUpdateCount()).isEqualTo(1);
        assertThat(ask("select count(*) from parley_conversation where ended and journal_length = 4"))
                .isEqualTo(1);
    }

    private boolean wins(Command command) {
        try (Work work = new Work()) {
            Conversation taken = command.take(work.store);
            meet();
            if (taken == null || taken.status().isFinal()) {
                return false;
            }
            work.end(taken);
            work.commit();
            return true;
        } catch (OptimisticLockException e) {
            return false;
        } catch (RollbackException e) {
            assertThat(e).hasCauseInstanceOf(OptimisticLockException.class);
            return false;
        }
    }

    /** Both have read before one writes, if neither keeps the other from reading. */
    private void meet() {
        try {
            bothHaveRead.await(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            // the other one waits at the row, or has been here
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatItEndedOnce() throws SQLException {
        assertThat(ask("select count(*) from parley_journal")).isEqualTo(1);
        assertThat(ask("select count(*) from parley_conversation where ended and journal_length = 1"))
                .isEqualTo(1);
    }
}
