package dev.parley.engine.lost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.FullDiskMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResendingTest {

    @TempDir
    Path data;

    private final List<String> lost = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Boolean> markedAtCommit = new ArrayList<>();
    private FullDiskMark mark;
    private boolean isThere = true;
    private int committed;
    private int lastGoodPage = Integer.MAX_VALUE;

    @BeforeEach
    void theDiskWasFull() {
        mark = new FullDiskMark(data);
        mark.set();
    }

    @Test
    void doesNothingWithoutAMark() {
        mark.remove();
        lost.add("c1");

        assertThat(resending().isDone()).isTrue();

        assertThat(sent).isEmpty();
    }

    @Test
    void sendsEachOnceInPagesAndRemovesTheMarkWhenAllIsCommitted() {
        lose(2 * Resending.MOST + 1);

        assertThat(resending().isDone()).isTrue();

        assertThat(sent).isEqualTo(lost);
        assertThat(markedAtCommit).containsExactly(true, true, true);
        assertThat(mark.isSet()).isFalse();
    }

    @Test
    void looksForMoreBehindAPageThatIsFull() {
        lose(Resending.MOST);

        assertThat(resending().isDone()).isTrue();

        assertThat(sent).isEqualTo(lost);
        assertThat(mark.isSet()).isFalse();
    }

    @Test
    void waitsForTheBroker() {
        lost.add("c1");
        isThere = false;

        assertThat(resending().isDone()).isFalse();

        assertThat(sent).isEmpty();
        assertThat(mark.isSet()).isTrue();
    }

    @Test
    void goesOnAfterAFailureWithThePageThatFailed() {
        lose(Resending.MOST + 1);
        lastGoodPage = 1;
        Resending resending = resending();

        assertThat(resending.isDone()).isFalse();
        assertThat(mark.isSet()).isTrue();

        lastGoodPage = Integer.MAX_VALUE;
        assertThat(resending.isDone()).isTrue();
        assertThat(sent).isEqualTo(lost);
        assertThat(mark.isSet()).isFalse();
    }

    @Test
    void beginsAnewAfterACrash() {
        lose(Resending.MOST + 1);
        lastGoodPage = 1;
        assertThat(resending().isDone()).isFalse();

        lastGoodPage = Integer.MAX_VALUE;
        assertThat(resending().isDone()).isTrue();

        assertThat(sent).containsAll(lost).hasSize(Resending.MOST + lost.size());
    }

    private void lose(int conversations) {
        IntStream.range(0, conversations).mapToObj(i -> "c%05d".formatted(i)).forEach(lost::add);
    }

    private Resending resending() {
        return new Resending(mark, () -> isThere, () -> this::next);
    }

    private Resending.Page next(String after, int most) {
        if (committed >= lastGoodPage) {
            throw new IllegalStateException("The broker is gone");
        }
        List<String> page =
                lost.stream().filter(id -> id.compareTo(after) > 0).limit(most).toList();
        sent.addAll(page);
        committed++;
        markedAtCommit.add(mark.isSet());
        return new Resending.Page(page.size(), page.isEmpty() ? "" : page.get(page.size() - 1), page.size());
    }
}
