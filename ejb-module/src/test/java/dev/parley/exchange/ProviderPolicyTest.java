package dev.parley.exchange;

import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProviderPolicyTest {

    private static final Address P1 = Address.queue("p1");
    private static final Address P2 = Address.queue("p2");
    private static final Address P3 = Address.queue("p3");
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final int MANY = 3000;

    private static Provision provision(Provider... providers) {
        return new Provision(List.of(providers), Duration.ofSeconds(1), Retry.DEFAULT);
    }

    private static Provider up(Address address) {
        return new Provider(address, null);
    }

    private static Provider passedOver(Address address) {
        return new Provider(address, LATER);
    }

    /** Ids as they are made: they differ little from one to the next. */
    private static String id(int i) {
        return new UUID(0x01a1fc0d9b7375ccL + i, 0x8000000000000000L + i * 7919L).toString();
    }

    private static Retry retry(double jitter) {
        return new Retry(10, Duration.ofSeconds(1), 2, Duration.ofSeconds(20), jitter);
    }

    @Test
    void thereMayBeNobody() {
        assertThat(ProviderPolicy.choose(provision(), "c1", null, 1, null, NOW)).isNull();
        assertThat(ProviderPolicy.choose(provision(), "c1", "g", 2, P1, NOW)).isNull();
        assertThat(ProviderPolicy.hasAnother(provision(), P1, NOW)).isFalse();
    }

    @Test
    void spreadsConversationsOverProviders() {
        Map<Address, Integer> counts = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            counts.merge(
                    ProviderPolicy.choose(provision(up(P1), up(P2), up(P3)), id(i), null, 1, null, NOW),
                    1,
                    Integer::sum);
        }
        assertThat(counts).containsOnlyKeys(P1, P2, P3);
        assertThat(counts.values()).allMatch(count -> count > MANY / 4);
    }

    @Test
    void goesToAnotherEachTimeUntilAllWereAsked() {
        Provision three = provision(up(P1), up(P2), up(P3));
        for (int i = 0; i < 100; i++) {
            Address first = ProviderPolicy.choose(three, id(i), null, 1, null, NOW);
            Address second = ProviderPolicy.choose(three, id(i), null, 2, first, NOW);
            Address third = ProviderPolicy.choose(three, id(i), null, 3, second, NOW);
            assertThat(Set.of(first, second, third)).hasSize(3);
        }
    }

    @Test
    void neverAsksTheSameAgainWhileThereIsAnother() {
        for (int i = 0; i < 100; i++) {
            for (int attempt = 2; attempt < 6; attempt++) {
                assertThat(ProviderPolicy.choose(provision(up(P1), up(P2)), id(i), null, attempt, P1, NOW))
                        .isEqualTo(P2);
                assertThat(ProviderPolicy.choose(
                                provision(up(P1), up(P2), passedOver(P3)), id(i), null, attempt, P2, NOW))
                        .isEqualTo(P1);
            }
        }
    }

    @Test
    void passesOverWhoDidNotAnswer() {
        for (int i = 0; i < 100; i++) {
            assertThat(ProviderPolicy.choose(provision(passedOver(P1), up(P2)), id(i), null, 1, null, NOW))
                    .isEqualTo(P2);
        }
    }

    @Test
    void asksThemAgainAfterAWhile() {
        Set<Address> asked = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            asked.add(ProviderPolicy.choose(provision(passedOver(P1), up(P2)), id(i), null, 1, null, LATER));
        }
        assertThat(asked).containsExactlyInAnyOrder(P1, P2);
    }

    @Test
    void asksOneOfThemAllIfAllArePassedOver() {
        Set<Address> asked = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            asked.add(ProviderPolicy.choose(provision(passedOver(P1), passedOver(P2)), id(i), null, 1, null, NOW));
            assertThat(ProviderPolicy.choose(provision(passedOver(P1)), id(i), null, 2, P1, NOW))
                    .isEqualTo(P1);
        }
        assertThat(asked).containsExactlyInAnyOrder(P1, P2);
    }

    @Test
    void knowsWhetherAnotherCanBeAskedAtOnce() {
        assertThat(ProviderPolicy.hasAnother(provision(up(P1)), P1, NOW)).isFalse();
        assertThat(ProviderPolicy.hasAnother(provision(up(P1), passedOver(P2)), P1, NOW))
                .isFalse();
        assertThat(ProviderPolicy.hasAnother(provision(up(P1), passedOver(P2)), P1, LATER))
                .isTrue();
        assertThat(ProviderPolicy.hasAnother(provision(up(P2)), P1, NOW)).isTrue();
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        List<Long> pauses = Stream.of(1, 2, 3, 4, 5, 6, 7, 10_000)
                .map(attempt -> ProviderPolicy.pause(retry(0), "c1", attempt).toSeconds())
                .toList();
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L);
    }

    @Test
    void neverPausesForAnUnknownTime() {
        Retry none = new Retry(1000, Duration.ZERO, 10, Duration.ofSeconds(1), 0.5);
        assertThat(ProviderPolicy.pause(none, "c1", 999)).isEqualTo(Duration.ZERO);
    }

    @Test
    void shortensThePauseByItsJitterAtMost() {
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            pauses.add(ProviderPolicy.pause(retry(0.25), id(i), 1));
        }
        assertThat(pauses).allMatch(p -> p.toMillis() >= 750 && p.toMillis() <= 1000);
        assertThat(pauses).anyMatch(p -> p.toMillis() < 800).anyMatch(p -> p.toMillis() > 950);
        assertThat(pauses).hasSizeGreaterThan(200);
    }

    @Test
    void sendsThoseApartThatFailedTogetherAtOneProvider() {
        Provision two = provision(up(P1), up(P2));
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            if (ProviderPolicy.choose(two, id(i), null, 1, null, NOW).equals(P1)) {
                pauses.add(ProviderPolicy.pause(retry(1), id(i), 2));
            }
        }
        assertThat(pauses).hasSizeGreaterThan(500);
    }

    @Test
    void decidesTheSameOnEveryNode() {
        Provision two = provision(up(P1), up(P2));
        assertThat(ProviderPolicy.choose(two, "c1", null, 1, null, NOW))
                .isEqualTo(ProviderPolicy.choose(two, "c1", null, 1, null, NOW));
        assertThat(ProviderPolicy.pause(retry(1), "c1", 3)).isEqualTo(ProviderPolicy.pause(retry(1), "c1", 3));
    }

    @Test
    void keepsAGroupTogether() {
        Provision three = provision(up(P1), up(P2), up(P3));
        Set<Address> all = new HashSet<>();
        for (int group = 0; group < 100; group++) {
            Set<Address> asked = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                asked.add(ProviderPolicy.choose(three, id(i), "g" + group, 1, null, NOW));
            }
            assertThat(asked).hasSize(1);
            all.addAll(asked);
        }
        assertThat(all).containsExactlyInAnyOrder(P1, P2, P3);
    }

    @Test
    void movesNoGroupButThoseOfWhoWasSilent() {
        for (int i = 0; i < 100; i++) {
            Address before = ProviderPolicy.choose(provision(up(P1), up(P2), up(P3)), "c1", "g" + i, 1, null, NOW);
            Address after =
                    ProviderPolicy.choose(provision(passedOver(P1), up(P2), up(P3)), "c1", "g" + i, 1, null, NOW);
            if (before.equals(P1)) {
                assertThat(after).isNotEqualTo(P1);
            } else {
                assertThat(after).isEqualTo(before);
            }
        }
    }

    @Test
    void asksSomebodyElseWhenTheGroupsProviderWasSilent() {
        Provision two = provision(up(P1), up(P2));
        for (int i = 0; i < 100; i++) {
            Address first = ProviderPolicy.choose(two, "c1", "g" + i, 1, null, NOW);
            assertThat(ProviderPolicy.choose(two, "c1", "g" + i, 2, first, NOW)).isNotEqualTo(first);
        }
    }
}
