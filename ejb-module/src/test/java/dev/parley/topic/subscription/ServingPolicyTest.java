package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServingPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final int MOST = 100;
    private static final Backlog NEAR = new Backlog("t/near", MOST, NOW.minusMillis(5));
    private static final Backlog NEAR_TOO = new Backlog("t/too", 1, NOW.minusSeconds(9));
    private static final Backlog FAR = new Backlog("t/far", MOST + 1, NOW.minusMillis(999));
    private static final Backlog OVERDUE = new Backlog("t/overdue", 1_000_000, NOW.minusSeconds(1));

    /** Somebody near had work a moment ago. */
    private static final Set<String> OTHERS = Set.of("t/near");

    private final ServingPolicy policy = new ServingPolicy(MOST);

    private Serving choose(List<Backlog> busy) {
        return policy.choose(busy, NOW, true, OTHERS);
    }

    @Test
    void thoseThatAreNearGoFirstAndTogether() {
        assertThat(choose(List.of(FAR, NEAR_TOO, NEAR)))
                .isEqualTo(new Serving(List.of("t/too", "t/near"), MOST, false, false));
    }

    @Test
    void thoseThatAreFarBehindGoWhenNobodyElseIsThereWithLessAtATime() {
        assertThat(choose(List.of(FAR, OVERDUE))).isEqualTo(new Serving(List.of("t/far", "t/overdue"), 25, true, true));
    }

    @Test
    void whereNobodyElseHasWorkTheyGetAsMuchAsTheOthers() {
        Serving whole = new Serving(List.of("t/far", "t/overdue"), MOST, true, false);
        assertThat(policy.choose(List.of(FAR, OVERDUE), NOW, true, Set.of())).isEqualTo(whole);
    }

    @Test
    void whoWasNearBeforeItWasFarBehindIsNobodyElse() {
        assertThat(policy.choose(List.of(FAR, OVERDUE), NOW, true, Set.of("t/far"))
                        .events())
                .isEqualTo(MOST);
        assertThat(policy.choose(List.of(FAR, OVERDUE), NOW, true, Set.of("t/far", "t/near"))
                        .events())
                .isEqualTo(25);
    }

    @Test
    void whoHasWaitedLongGoesBeforeThoseThatAreNear() {
        assertThat(choose(List.of(NEAR, OVERDUE))).isEqualTo(new Serving(List.of("t/overdue"), 25, true, true));
    }

    @Test
    void thoseThatHaveToWaitKeepNobodyFromItsTurn() {
        assertThat(policy.choose(List.of(OVERDUE, NEAR), NOW, false, OTHERS))
                .isEqualTo(new Serving(List.of("t/near"), MOST, false, false));
        assertThat(policy.choose(List.of(OVERDUE), NOW, false, OTHERS).isEmpty())
                .isTrue();
    }

    @Test
    void thereIsNobody() {
        assertThat(choose(List.of()).isEmpty()).isTrue();
    }

    @Test
    void ofBatchesOfOneSomethingIsLeft() {
        assertThat(new ServingPolicy(1).choose(List.of(FAR), NOW, true, OTHERS).events())
                .isEqualTo(1);
    }

    /** Ten always have work, and one has begun in the past: in a thousand transactions of 10 ms. */
    @Test
    void oneThatIsFarBehindComesForwardThoughOthersHaveWorkAllTheTime() {
        Map<String, Backlog> all = new TreeMap<>();
        all.put("t/far", new Backlog("t/far", 100_000, NOW));
        List<Serving> servings = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Instant now = NOW.plusMillis(10L * i);
            for (int near = 0; near < 10; near++) {
                all.put("t/near" + near, new Backlog("t/near" + near, 1, now.minusMillis(10)));
            }
            List<Backlog> busy = all.values().stream()
                    .sorted(Comparator.comparing(Backlog::servedAt))
                    .toList();
            Serving serving = policy.choose(busy, now, true, OTHERS);
            servings.add(serving);
            serving.names().forEach(name -> all.put(name, served(all.get(name), serving, now)));
        }
        assertThat(servings).filteredOn(Serving::catchesUp).hasSizeBetween(9, 11);
        assertThat(servings)
                .filteredOn(serving -> !serving.catchesUp())
                .allMatch(serving -> serving.names().size() == 10, "all who are near, and nobody else");
    }

    private static Backlog served(Backlog one, Serving serving, Instant now) {
        return new Backlog(one.name(), Math.max(0, one.behind() - serving.events()), now);
    }
}
