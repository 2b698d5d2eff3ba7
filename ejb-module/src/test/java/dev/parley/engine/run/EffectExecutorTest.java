package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Patterns;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Address;
import dev.parley.turn.DropTurn;
import dev.parley.turn.TurnPattern;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectExecutorTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private record SingASong(String which) implements Effect.OfPattern {}

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));
    private final EffectExecutor executor = new EffectExecutor(bench.unit(), bench.gateway.parked::add);

    private static Conversation conversation(String pattern) {
        return Conversation.accepted(pattern, Workbench.request("m1", "{}", false), "c1", NOW);
    }

    private void enact(String pattern, Effect effect) {
        executor.enact(conversation(pattern), List.of(effect));
    }

    @Test
    void failsOnAnEffectOfAPatternWithoutAPartOfTheEngine() {
        assertThatThrownBy(() -> enact(Patterns.EXCHANGE, new SingASong("loud")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SingASong[which=loud]")
                .hasMessageContaining("c1")
                .hasMessageContaining("exchange");
    }

    @Test
    void failsOnAnEffectThatThePatternsPartDoesNotKnow() {
        assertThatThrownBy(() -> enact(TurnPattern.NAME, new SingASong("loud")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SingASong");
    }

    @Test
    void failsOnAnEffectThatIsAnotherPatterns() {
        assertThatThrownBy(() -> enact(Patterns.EXCHANGE, new DropTurn("m1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DropTurn");
    }

    @Test
    void failsOnAnEffectThatOnlyTheBatchOfWhatIsDueKnows() {
        assertThatThrownBy(() -> enact(Patterns.EXCHANGE, new Effect.PassOver(Address.queue("p1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PassOver");
    }

    @Test
    void hasAnOperationRunAfterTheCommitWhereItCannotRunAtOnce() {
        enact(Patterns.EXCHANGE, new Effect.Run(true));
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> {
            assertThat(q.lane()).isEqualTo(Lane.SHARED);
            assertThat(q.work()).isEqualTo(new OperationWork("c1", "place-order", null));
        });
    }
}
