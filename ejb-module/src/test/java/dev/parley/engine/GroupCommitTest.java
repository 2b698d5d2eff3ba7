package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int LONG = 100;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<List<Integer>> committed = new ArrayList<>();
    private final GroupCommit<Integer, Integer> commits =
            new GroupCommit<>(this::commit, tasks::add, 1, 10, Duration.ofMillis(100), GroupCommitTest::expected, 15);

    private int tried;

    private List<Integer> commit(List<Integer> requests) {
        tried++;
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
}
