package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupCommitTest {

    private static final int LONG = 100;
    private static final Set<Integer> LOCKED = Set.of(51, 52, 53, 54, 55);
    private static final GroupCommit.Limits LIMITS =
            new GroupCommit.Limits(1, 10, Duration.ofMillis(100), 15, Duration.ZERO, Duration.ofMinutes(1));

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<List<Integer>> committed = new ArrayList<>();
    private final GroupCommit<Integer, Integer> commits =
            new GroupCommit<>(this::commit, tasks::add, tasks::add, LIMITS, GroupCommitTest::expected);

    private int tried;

    private List<Integer> commit(List<Integer> requests) {
        tried++;
        if (requests.contains(666)) {
            throw new CommitInDoubt(new SQLException("gone"));
        }
        if (requests.stream().anyMatch(LOCKED::contains)) {
            throw new Locked(new SQLException("locked"));
        }
        if (requests.contains(13)) {
            throw new IllegalStateException("13 cannot be committed");
        }
        committed.add(requests);
        return requests.stream().map(r -> r * 2).toList();
    }

    private static Duration expected(int request) {
        return request >= LONG ? Duration.ofMillis(50) : Duration.ZERO;
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void commitsWhatHasGatheredTogether() {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            results.add(commits.submit(i));
        }
        runAll();
        assertThat(committed).hasSize(2);
        assertThat(results.get(11)).isCompletedWithValue(22);
    }

    @Test
    void endsACommitWhenItIsExpectedToTakeLong() {
        for (int request : List.of(1, LONG, 2, LONG + 1, LONG + 2, 3)) {
            assertThat(commits.submit(request)).isNotDone();
        }
        runAll();
        assertThat(committed).containsExactly(List.of(1, LONG, 2, LONG + 1, LONG + 2), List.of(3));
    }

    @Test
    void answersNobodyBeforeTheCommit() {
        CompletableFuture<Integer> result = commits.submit(1);
        assertThat(result).isNotDone();
        runAll();
        assertThat(result).isCompletedWithValue(2);
    }

    /** After a kill many may repeat what is in doubt: that says nothing of the database. */
    @Test
    void failsOnlyThoseThatOthersHaveInHandHoweverManyTheyAre() {
        List<CompletableFuture<Integer>> locked =
                LOCKED.stream().map(commits::submit).toList();
        CompletableFuture<Integer> good = commits.submit(1);
        runAll();
        assertThat(good).isCompletedWithValue(2);
        assertThat(locked).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void failsOnlyTheOneThatCannotBeCommitted() {
        CompletableFuture<Integer> good = commits.submit(1);
        CompletableFuture<Integer> bad = commits.submit(13);
        runAll();
        assertThat(good).isCompletedWithValue(2);
        assertThatThrownBy(bad::join).hasRootCauseMessage("13 cannot be committed");
    }

    @Test
    void stopsTryingOneByOneWhenItIsNotTheirFault() {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            results.add(commits.submit(13));
        }
        results.add(commits.submit(1));
        runAll();
        assertThat(tried).isEqualTo(1 + 3 + 1);
        assertThat(results.subList(0, 10)).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(results.get(10)).isCompletedWithValue(2);
    }

    @Test
    void doesNotTryAgainWhatMayHaveBeenCommitted() {
        CompletableFuture<Integer> good = commits.submit(1);
        CompletableFuture<Integer> doubtful = commits.submit(666);
        runAll();
        assertThat(tried).isEqualTo(1);
        assertThatThrownBy(good::join).hasCauseInstanceOf(CommitInDoubt.class);
        assertThatThrownBy(doubtful::join).hasCauseInstanceOf(CommitInDoubt.class);
    }

    @Test
    void refusesMoreThanMayWait() {
        for (int i = 0; i < 15; i++) {
            assertThat(commits.submit(0)).isNotDone();
        }
        assertThatThrownBy(commits.submit(0)::join).hasCauseInstanceOf(RejectedExecutionException.class);
        runAll();
        assertThat(committed).hasSize(2);
    }

    @Test
    void goesOnAfterItWasIdle() {
        CompletableFuture<Integer> first = commits.submit(1);
        runAll();
        assertThat(first).isCompletedWithValue(2);
        CompletableFuture<Integer> second = commits.submit(2);
        runAll();
        assertThat(second).isCompletedWithValue(4);
    }

    /** The commits run in a thread of their own here, one that waits for others. */
    private static final class Patient implements AutoCloseable {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final BlockingQueue<List<Integer>> committed = new LinkedBlockingQueue<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayCommit = new CountDownLatch(1);
        private final GroupCommit<Integer, Integer> commits;

        Patient(Duration gathering) {
            var limits = new GroupCommit.Limits(1, 10, Duration.ofHours(1), 15, gathering, Duration.ofMinutes(1));
            commits = new GroupCommit<>(
                    this::commit, thread, Runnable::run, limits, request -> Duration.ofSeconds(request));
        }

        private List<Integer> commit(List<Integer> requests) {
            begun.countDown();
            try {
                mayCommit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            committed.add(requests);
            return requests;
        }

        List<Integer> next() throws InterruptedException {
            return Objects.requireNonNull(committed.poll(20, TimeUnit.SECONDS), "nothing was committed");
        }

        @Override
        public void close() {
            mayCommit.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void waitsForAsManyAsThereWereTheLastTime() throws Exception {
        try (Patient patient = new Patient(Duration.ofHours(1))) {
            threeTogether(patient);
            var fourth = patient.commits.submit(4);
            var fifth = patient.commits.submit(5);
            assertThat(patient.committed.poll(100, TimeUnit.MILLISECONDS)).isNull();
            var sixth = patient.commits.submit(6);
            assertThat(patient.next()).containsExactly(4, 5, 6);
            CompletableFuture.allOf(fourth, fifth, sixth).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @Timeout(60)
    void waitsForNobodyWhenItHasEnoughToDo() throws Exception {
        try (Patient patient = new Patient(Duration.ofHours(1))) {
            threeTogether(patient);
            var fourth = patient.commits.submit(4);
            assertThat(patient.committed.poll(100, TimeUnit.MILLISECONDS)).isNull();
            var fifth = patient.commits.submit(56);
            assertThat(patient.next()).containsExactly(4, 56);
            CompletableFuture.allOf(fourth, fifth).get(20, TimeUnit.SECONDS);
            var sixth = patient.commits.submit(6);
            assertThat(patient.committed.poll(100, TimeUnit.MILLISECONDS))
                    .as("a minute, anew")
                    .isNull();
            var seventh = patient.commits.submit(54);
            assertThat(patient.next()).containsExactly(6, 54);
            CompletableFuture.allOf(sixth, seventh).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @Timeout(60)
    void doesNotWaitForLongForWhoDoesNotCome() throws Exception {
        try (Patient patient = new Patient(Duration.ofMillis(1))) {
            threeTogether(patient);
            var alone = patient.commits.submit(4);
            assertThat(patient.next()).containsExactly(4);
            assertThat(alone.get(20, TimeUnit.SECONDS)).isEqualTo(4);
        }
    }

    /** The first is under way until the others are there. */
    private static void threeTogether(Patient patient) throws Exception {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        all.add(patient.commits.submit(0));
        patient.begun.await();
        for (int i = 1; i <= 3; i++) {
            all.add(patient.commits.submit(i));
        }
        patient.mayCommit.countDown();
        assertThat(patient.next()).containsExactly(0);
        assertThat(patient.next()).containsExactly(1, 2, 3);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    }
}
