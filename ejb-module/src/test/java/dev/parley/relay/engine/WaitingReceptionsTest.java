package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Result;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Refusal;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Arrivals;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.Mail;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receptions that wait, for a mailbox that the test fills. */
class WaitingReceptionsTest {

    private static final long MAILBOX = 1;
    private static final int LIMIT = 20;

    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    private final WaitingReceptions waiting = new WaitingReceptions();
    private final Deque<LockedMail> mails = new ArrayDeque<>();
    private final List<MailOrder> orders = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<MailOrder> givenBackHere = new ArrayList<>();
    private boolean isSuspended;
    private boolean mayBeProbed;
    private volatile boolean isDeleted;
    private volatile boolean isSeen = true;
    private Runnable whileLooking = () -> {};

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void prepare() {
        waiting.executor = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
        waiting.relay = new RelaySettings(10, Duration.ofMillis(5), 2000, 1, Duration.ZERO, Duration.ZERO, 0);
        waiting.clock = java.time.Clock.systemUTC();
        waiting.transactions = new MailTransactions() {
            @Override
            List<Long> ready(List<Long> mailboxes) {
                return WaitingReceptionsTest.this.ready();
            }

            @Override
            List<Long> gone(List<Long> mailboxes) {
                return isDeleted && isSeen ? mailboxes : List.of();
            }

            @Override
            <T> T alone(Connections.Work<T> work) {
                try {
                    return work.with(null);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            MailBatch.Answers run(List<? extends MailOrder> orders, Connection connection) {
                givenBackHere.addAll(orders);
                return new MailBatch.Answers(List.of(), new MailWork.Changes(Map.of(), Instant.MAX, 0));
            }
        };
    }

    @AfterEach
    void stop() {
        waiting.stop();
        threads.shutdownNow();
    }

    private synchronized List<Long> ready() {
        return mayBeProbed && !mails.isEmpty() ? List.of(MAILBOX) : List.of();
    }

    private synchronized CompletableFuture<Result<?>> carryOut(MailOrder order) {
        orders.add(order);
        if (order instanceof MailOrder.Hold && isSuspended) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("suspended"));
        }
        if (order instanceof MailOrder.Hold) {
            return CompletableFuture.completedFuture(Result.of(true));
        }
        if (isDeleted) {
            return CompletableFuture.completedFuture(Result.refused(RelayProblems.mailboxUnknown(order.mailbox())));
        }
        List<LockedMail> got = mails.isEmpty() ? List.of() : List.of(mails.poll());
        whileLooking.run();
        return CompletableFuture.completedFuture(
                Result.of(new ReceptionOutcome(MAILBOX, new ReceivedMails(got, acknowledged(order)))));
    }

    private static Acknowledged acknowledged(MailOrder order) {
        List<String> locks = ((MailOrder.Receive) order).wish().acknowledge();
        return locks == null ? null : new Acknowledged(locks, List.of());
    }

    private synchronized void put() {
        long number = numbers.incrementAndGet();
        Mail mail = new Mail(
                number,
                "m" + number,
                "user:bob",
                null,
                null,
                "{}",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.MAX,
                1);
        mails.add(new LockedMail(mail, new Lock(number, "k", Instant.MAX)));
    }

    private void arrives(int count) {
        for (int i = 0; i < count; i++) {
            put();
        }
        waiting.committed(new MailWork.Changes(Map.of(MAILBOX, count), Instant.MAX, 0));
    }

    private CompletableFuture<ReceivedMails> receive(String wait) {
        var wish = new ReceptionPolicy.Wish(1, Duration.parse(wait), null);
        return waiting.receive(new MailOrder.Receive("orders", MailDatabase.ALICE, wish, null), this::carryOut);
    }

    private CompletableFuture<ReceivedMails> acknowledge(String lock, String wait, String key) {
        var wish = new ReceptionPolicy.Wish(1, Duration.parse(wait), null, List.of(lock));
        return waiting.receive(new MailOrder.Receive("orders", MailDatabase.ALICE, wish, key), this::carryOut);
    }

    private List<List<String>> acknowledgments() {
        return orders.stream()
                .map(order -> ((MailOrder.Receive) order).wish().locks())
                .toList();
    }

    private static long first(CompletableFuture<ReceivedMails> reception) throws Exception {
        return reception.get(LIMIT, TimeUnit.SECONDS).mails().get(0).mail().position();
    }

    @Test
    void nobodyWaitsForAMailboxThatIsDeleted() {
        isSeen = false;
        var reception = receive("PT60S");
        var ended = new CompletableFuture<Void>();
        waiting.listen(MAILBOX, new Arrivals.Listener() {
            @Override
            public void arrived() {}

            @Override
            public void ended() {
                ended.complete(null);
            }
        });
        assertThat(reception).isNotDone();
        isDeleted = true;

        waiting.gone(MAILBOX);

        assertThat(reception)
                .failsWithin(Duration.ofSeconds(LIMIT))
                .withThrowableThat()
                .withCauseInstanceOf(Refusal.class);
        assertThat(ended).isCompleted();
    }

    @Test
    void nobodyWaitsForAMailboxThatAnotherNodeHasDeleted() {
        var reception = receive("PT60S");

        isDeleted = true;

        assertThat(reception)
                .failsWithin(Duration.ofSeconds(LIMIT))
                .withThrowableThat()
                .withCauseInstanceOf(Refusal.class);
    }

    @Test
    void servesThoseWhoWaitInTheirOrder() throws Exception {
        List<CompletableFuture<ReceivedMails>> receptions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            receptions.add(receive("PT60S"));
        }
        arrives(1);
        assertThat(first(receptions.get(0))).isEqualTo(1);
        assertThat(receptions.get(1)).isNotDone();
        arrives(999);
        for (int i = 1; i < 1000; i++) {
            assertThat(first(receptions.get(i))).isEqualTo(i + 1L);
        }
    }

    @Test
    void answersWithNothingWhenTheWaitIsOver() throws Exception {
        assertThat(receive("PT0.01S").get(LIMIT, TimeUnit.SECONDS)).isEqualTo(new ReceivedMails(List.of(), null));
    }

    @Test
    void missesNothingThatArrivesWhileItLooks() throws Exception {
        receive("PT0.001S").get(LIMIT, TimeUnit.SECONDS); // the mailbox is known from now on
        whileLooking = () -> {
            whileLooking = () -> {};
            arrives(1);
        };
        assertThat(first(receive("PT60S"))).isEqualTo(1);
    }

    @Test
    void acknowledgesAtOnceAndSaysSoWhenTheWaitIsOver() throws Exception {
        var reception = acknowledge("7.k", "PT60S", null);
        assertThat(acknowledgments()).containsExactly(List.of("7.k"));
        arrives(1);
        assertThat(first(reception)).isEqualTo(1);
        assertThat(acknowledgments()).as("once").containsExactly(List.of("7.k"), List.of());
        assertThat(reception.get().acknowledged()).isEqualTo(new Acknowledged(List.of("7.k"), List.of()));
        assertThat(acknowledge("8.k", "PT0.01S", null).get(LIMIT, TimeUnit.SECONDS))
                .isEqualTo(new ReceivedMails(List.of(), new Acknowledged(List.of("8.k"), List.of())));
    }

    @Test
    void leavesItToTheKeyWhatWasAcknowledgedUnderIt() throws Exception {
        var reception = acknowledge("7.k", "PT60S", "key");
        arrives(1);
        assertThat(first(reception)).isEqualTo(1);
        assertThat(acknowledgments()).containsExactly(List.of("7.k"), List.of("7.k"));
        assertThat(reception.get().acknowledged()).isEqualTo(new Acknowledged(List.of("7.k"), List.of()));
    }

    @Test
    void findsWhatBecameAvailableElsewhere() throws Exception {
        var one = receive("PT60S");
        var two = receive("PT60S");
        synchronized (this) {
            put();
            put();
            mayBeProbed = true;
        }
        assertThat(List.of(first(one), first(two))).containsExactly(1L, 2L);
    }

    @Test
    void givesBackWhatNobodyWaitsForAnyMore() {
        var gone = receive("PT60S");
        whileLooking = () -> gone.cancel(false);
        arrives(1);
        assertThat(orders).last().isInstanceOf(MailOrder.Hold.class);
    }

    @Test
    void givesItBackByItselfWhereNoThreadIsLeftForIt() {
        isSuspended = true;
        var gone = receive("PT60S");
        whileLooking = () -> gone.cancel(false);
        arrives(1);
        assertThat(givenBackHere).singleElement().isInstanceOf(MailOrder.Hold.class);
    }

    @Test
    void leavesOthersWhatOneWhoHasGoneDoesNotWant() throws Exception {
        receive("PT60S").cancel(false);
        var other = receive("PT60S");
        arrives(1);
        assertThat(first(other)).isEqualTo(1);
    }
}
