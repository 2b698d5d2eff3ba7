package dev.parley.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox's table in real XA transactions of the transaction manager that WildFly has. */
class InboxInTransactionsTest {

    private static final int LIMIT = 20;

    private final JdbcDataSource database = new JdbcDataSource();
    private final TransactionManager transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
    private final ExecutorService others = Executors.newCachedThreadPool();

    @FunctionalInterface
    private interface Work<T> {
        T in(Inbox inbox) throws Exception;
    }

    @BeforeEach
    void migrate() {
        database.setURL(
                "jdbc:h2:mem:inbox;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        MigratedH2.prepare(database);
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    private <T> T inTransaction(boolean commit, Work<T> work) throws Exception {
        transactions.begin();
        XAConnection xa = database.getXAConnection();
        // H2 rolls back when a connection is closed before the commit: a pool keeps it open that long.
        try (Connection connection = xa.getConnection()) {
            transactions.getTransaction().enlistResource(xa.getXAResource());
            T result = work.in(Inbox.of(connection));
            if (commit) {
                transactions.commit();
            } else {
                transactions.rollback();
            }
            return result;
        } finally {
            xa.close();
        }
    }

    private static InboxEntry entry(String messageId, String conversationId) {
        return new InboxEntry("user:alice", messageId, conversationId, "0".repeat(64));
    }

    @Test
    void knowsWhatWasCommittedAndForgetsWhatWasRolledBack() throws Exception {
        inTransaction(true, inbox -> inbox.register(List.of(entry("m1", "c1"))));
        inTransaction(false, inbox -> inbox.register(List.of(entry("m2", "c2"))));
        List<InboxResult> again =
                inTransaction(true, inbox -> inbox.register(List.of(entry("m1", "c3"), entry("m2", "c4"))));
        assertThat(again).extracting(InboxResult::isNew).containsExactly(false, true);
        assertThat(again.get(0).entry().conversationId()).isEqualTo("c1");
    }

    @Test
    void recognisesTheSecondOfTwoInOneBatch() throws Exception {
        List<InboxResult> both =
                inTransaction(true, inbox -> inbox.register(List.of(entry("m1", "c1"), entry("m1", "c2"))));
        assertThat(both).extracting(InboxResult::isNew).containsExactly(true, false);
        assertThat(both.get(1).entry().conversationId()).isEqualTo("c1");
    }

    @Test
    void recognisesARequestThatNamesItsConversation() throws Exception {
        InboxEntry named = entry("m1", "order-1");
        inTransaction(true, inbox -> inbox.register(List.of(named)));
        List<InboxResult> again = inTransaction(true, inbox -> inbox.register(List.of(named)));
        assertThat(again).extracting(InboxResult::isNew).containsExactly(false);
    }

    @Test
    void waitsForAnotherTransactionThatEntersTheSame() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<List<InboxResult>> first = others.submit(() -> inTransaction(true, inbox -> {
            List<InboxResult> mine = inbox.register(List.of(entry("m1", "c1")));
            entered.countDown();
            assertThat(begun.await(LIMIT, TimeUnit.SECONDS)).isTrue();
            return mine;
        }));
        assertThat(entered.await(LIMIT, TimeUnit.SECONDS)).isTrue();
        Future<List<InboxResult>> second = others.submit(() -> inTransaction(true, inbox -> {
            begun.countDown();
            return inbox.register(List.of(entry("m1", "c2")));
        }));
        assertThat(first.get(LIMIT, TimeUnit.SECONDS).get(0).isNew()).isTrue();
        assertThat(second.get(LIMIT, TimeUnit.SECONDS).get(0).isNew()).isFalse();
    }

    @Test
    void putsAsideWhatAnotherTransactionIsEnteringAndWaitsForNobody() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Future<List<InboxResult>> first = others.submit(() -> inTransaction(true, inbox -> {
            List<InboxResult> mine = inbox.register(List.of(entry("m2", "c1")));
            entered.countDown();
            assertThat(done.await(LIMIT, TimeUnit.SECONDS)).isTrue();
            return mine;
        }));
        assertThat(entered.await(LIMIT, TimeUnit.SECONDS)).isTrue();
        List<InboxEntry> batch = List.of(entry("m3", "c3"), entry("m2", "c2"), entry("m1", "c4"), entry("m2", "c5"));

        List<InboxResult> mine = inTransaction(true, inbox -> inbox.registerWithoutWaiting(batch));
        done.countDown();

        assertThat(mine).extracting(InboxResult::isLocked).containsExactly(false, true, false, true);
        assertThat(mine).extracting(InboxResult::isNew).containsExactly(true, false, true, false);
        assertThat(first.get(LIMIT, TimeUnit.SECONDS).get(0).isNew()).isTrue();
        List<InboxResult> again = inTransaction(true, inbox -> inbox.registerWithoutWaiting(batch));
        assertThat(again).noneMatch(InboxResult::isNew).noneMatch(InboxResult::isLocked);
        assertThat(again).extracting(result -> result.entry().conversationId()).containsExactly("c3", "c1", "c4", "c1");
    }

    /** Connections are pooled: who gets this one next waits as long as everybody. */
    @Test
    void leavesTheConnectionAsPatientAsItWas() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Inbox.of(connection).registerWithoutWaiting(List.of(entry("m1", "c1")));
            try (ResultSet patience = statement.executeQuery("call lock_timeout()")) {
                patience.next();
                assertThat(patience.getInt(1)).isEqualTo(10_000);
            }
        }
    }

    @Test
    void neverDeadlocksOnTheSameRequestsInAnotherOrder() throws Exception {
        List<InboxEntry> forwards =
                IntStream.range(0, 200).mapToObj(i -> entry("m" + i, "f" + i)).toList();
        List<InboxEntry> backwards = IntStream.range(0, 200)
                .mapToObj(i -> entry("m" + (199 - i), "b" + i))
                .toList();
        Future<List<InboxResult>> one = others.submit(() -> inTransaction(true, inbox -> inbox.register(forwards)));
        Future<List<InboxResult>> two = others.submit(() -> inTransaction(true, inbox -> inbox.register(backwards)));
        long won = one.get(LIMIT, TimeUnit.SECONDS).stream()
                .filter(InboxResult::isNew)
                .count();
        won += two.get(LIMIT, TimeUnit.SECONDS).stream()
                .filter(InboxResult::isNew)
                .count();
        assertThat(won).isEqualTo(200);
    }
}
