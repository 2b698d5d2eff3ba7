package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.process.Balance.Deeds;
import dev.parley.it.server.Once;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker itself, without a server: it must see each kind of violation, and none where there is none. */
@Tag(Once.TAG)
class BalanceIsSeenIT {

    private static final Map<String, String> COMPENSATIONS = Map.of("do", "undo", "pay", "refund");

    private final Map<String, Deeds> deeds = new HashMap<>();

    @BeforeEach
    void twoThatWentWell() {
        deeds.put("kept", new Deeds("SUCCEEDED", Map.of("do", 1, "pay", 1)));
        deeds.put("undone", new Deeds("COMPENSATED", Map.of("do", 1, "undo", 1)));
    }

    private Balance with(String status, Map<String, Integer> counts) {
        deeds.put("bad", new Deeds(status, counts));
        return balance();
    }

    private Balance balance() {
        return Balance.of(List.of("kept", "undone"), deeds, COMPENSATIONS, Set.of("hint"));
    }

    @Test
    void noneWhereAllWentWell() {
        assertThat(balance().total()).isZero();
        assertThat(with("CANCELLED", Map.of()).total()).isZero();
    }

    @Test
    void acceptedAndNotThere() {
        deeds.remove("kept");

        assertThat(balance().lost()).containsExactly("kept");
    }

    @Test
    void withoutAnEnd() {
        assertThat(with("COMPENSATING", Map.of("do", 1, "undo", 1)).lost()).containsExactly("bad");
    }

    @Test
    void doneTwice() {
        assertThat(with("SUCCEEDED", Map.of("do", 2, "pay", 1)).doubled()).containsExactly("bad");
    }

    @Test
    void undoneTwice() {
        assertThat(with("COMPENSATED", Map.of("do", 1, "undo", 2)).doubled()).containsExactly("bad");
    }

    @Test
    void neitherKeptNorUndone() {
        assertThat(with("COMPENSATED", Map.of("do", 1, "pay", 1, "undo", 1)).left())
                .containsExactly("bad");
    }

    @Test
    void succeededAndNotDone() {
        assertThat(with("SUCCEEDED", Map.of("do", 1)).left()).containsExactly("bad");
    }

    @Test
    void keptAndUndone() {
        assertThat(with("SUCCEEDED", Map.of("do", 1, "pay", 1, "undo", 1)).both())
                .containsExactly("bad");
    }

    @Test
    void undoneAndNeverDone() {
        assertThat(with("COMPENSATED", Map.of("undo", 1)).both()).containsExactly("bad");
    }

    @Test
    void doneAndNotAddedUp() {
        Map<String, Integer> done = Map.of("do", 1, "pay", 1, "hint", 1);
        assertThat(with("SUCCEEDED", done).total()).isZero();
        assertThat(with("SUCCEEDED", Map.of("do", 1, "pay", 1, "give", 1)).uncounted())
                .containsExactly("bad");
    }
}
