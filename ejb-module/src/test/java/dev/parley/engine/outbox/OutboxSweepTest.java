package dev.parley.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.wire.WireJson;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import dev.parley.message.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxSweepTest {

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final List<Instant> again = new ArrayList<>();
    private final Rows rows = new Rows();
    private final Postman postman = new Postman();

    private void sweep() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new OutboxSweep(new OutboxBatch(rows, postman, clock, again::add), rows).sendAll();
    }

    private void write(String... bodies) {
        for (String body : bodies) {
            rows.write(List.of(
                    new WireMessage(Address.queue("q"), null, null, null, null, Map.of(), body, Duration.ZERO, null)));
        }
    }

    @Test
    void sendsAllInTheOrderOfWriting() {
        IntStream.range(0, 450).forEach(i -> write("m" + i));
        sweep();
        assertThat(postman.delivered)
                .containsExactlyElementsOf(
                        IntStream.range(0, 450).mapToObj(i -> "m" + i).toList());
        assertThat(rows.committed).isEmpty();
        assertThat(postman.transactions).isEqualTo(3);
    }

    @Test
    void sendsOneAfterTheOtherOfAGroupUntilNothingIsLeft() {
        for (String body : List.of("a", "b", "c")) {
            rows.write(List.of(new WireMessage(
                    Address.queue("q"), null, null, null, "group", Map.of(), body, Duration.ZERO, null)));
        }
        sweep();
        assertThat(postman.delivered).containsExactly("a", "b", "c");
        assertThat(rows.committed).isEmpty();
    }

    @Test
    void sendsNothingAgainThatTheBrokerKnows() {
        write("a", "b");
        postman.known.add("1");
        sweep();
        assertThat(postman.delivered).containsExactly("b");
        assertThat(rows.committed).isEmpty();
    }

    @Test
    void doesNotLetOneThatCannotBeSentStopTheOthers() {
        write("a", "poison", "b");
        sweep();
        assertThat(postman.delivered).containsExactly("a", "b");
        assertThat(rows.committed).hasSize(1);
        assertThat(again).containsExactly(now.plusSeconds(1));
        write("c");
        sweep();
        assertThat(postman.delivered).containsExactly("a", "b", "c");
    }

    @Test
    void parksInTheEndWhatCannotBeSent() {
        write("poison");
        for (int tries = 1; tries < 10; tries++) {
            sweep();
            assertThat(postman.parked).isEmpty();
            now = now.plusSeconds(64);
        }
        sweep();
        assertThat(postman.parked).containsExactly("poison");
        assertThat(rows.committed).isEmpty();
    }

    @Test
    void keepsEvenWhatCannotBeParked() {
        write("unparkable poison");
        for (int tries = 0; tries < 20; tries++) {
            sweep();
            now = now.plusSeconds(64);
        }
        assertThat(rows.committed).hasSize(1);
    }

    @Test
    void keepsAllWhenTheBrokerIsGone() {
        write("a", "b");
        postman.gone = true;
        assertThatThrownBy(this::sweep).hasMessage("gone");
        postman.gone = false;
        sweep();
        assertThat(postman.delivered).containsExactly("a", "b");
    }

    @Test
    void doesNotBlameTheMessagesWhenNoneIsTaken() {
        write("poison 1", "poison 2", "poison 3", "a");
        assertThatThrownBy(this::sweep).hasMessageContaining("3 messages in a row");
        sweep();
        assertThat(postman.delivered).containsExactly("a");
    }

    private record Stored(OutboxRow row, Instant dueAt) {}

    /** Rows, and transactions that are undone if they fail. */
    private final class Rows implements Outbox, OutboxSweep.InNew {

        private TreeMap<Long, Stored> committed = new TreeMap<>();
        private long positions;

        @Override
        public <T> T inNew(Supplier<T> work) {
            TreeMap<Long, Stored> before = new TreeMap<>(committed);
            try {
                return work.get();
            } catch (RuntimeException e) {
                committed = before;
                throw e;
            }
        }

        @Override
        public void write(List<WireMessage> messages) {
            messages.forEach(m -> {
                positions++;
                long position = positions;
                String id = String.valueOf(position);
                committed.put(
                        position,
                        new Stored(
                                new OutboxRow(position, id, WireJson.write(m), m.body(), now, 0, m.group() != null),
                                now));
            });
        }

        @Override
        public List<OutboxRow> claim(Instant by, int most) {
            return committed.values().stream()
                    .filter(s -> !s.dueAt().isAfter(by))
                    .map(Stored::row)
                    .filter(this::isFirstOfItsGroup)
                    .limit(most)
                    .toList();
        }

        private boolean isFirstOfItsGroup(OutboxRow row) {
            return !row.isInGroup()
                    || committed.values().stream()
                            .map(Stored::row)
                            .noneMatch(e -> e.isInGroup() && e.position() < row.position());
        }

        @Override
        public void remove(List<OutboxRow> sent) {
            sent.forEach(row -> committed.remove(row.position()));
        }

        @Override
        public void putOff(OutboxRow row, Instant until) {
            committed.put(
                    row.position(),
                    new Stored(
                            new OutboxRow(
                                    row.position(),
                                    row.id(),
                                    row.headers(),
                                    row.body(),
                                    row.writtenAt(),
                                    row.tries() + 1,
                                    row.isInGroup()),
                            until));
        }
    }

    private static final class Postman implements OutboxPublisher {

        private final List<String> delivered = new ArrayList<>();
        private final List<String> parked = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private int transactions;
        private boolean gone;

        private void comeIn() {
            if (gone) {
                throw new IllegalStateException("gone");
            }
        }

        @Override
        public void sendTogether(List<OutboxRow> rows) {
            comeIn();
            if (rows.stream().anyMatch(r -> known.contains(r.id()) || r.body().contains("poison"))) {
                throw new IllegalStateException("rolled back");
            }
            transactions++;
            rows.forEach(this::send);
        }

        @Override
        public void send(OutboxRow row) {
            comeIn();
            if (row.body().contains("poison")) {
                throw new Undeliverable("poison", new IllegalStateException());
            }
            if (known.add(row.id())) {
                delivered.add(row.body());
            }
        }

        @Override
        public void park(OutboxRow row, Problem why) {
            if (row.body().contains("unparkable")) {
                throw new Undeliverable("unparkable", new IllegalStateException());
            }
            parked.add(row.body());
        }
    }
}
