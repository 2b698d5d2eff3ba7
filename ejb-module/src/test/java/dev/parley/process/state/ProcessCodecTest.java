package dev.parley.process.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.process.state.ProcessState.Flags;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessCodecTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final JsonNode BODY = JsonText.parseExactly("{\"a\": [1, 2.50, \"x\", null, true]}");

    private static ProcessState state() {
        StepWork stuck = StepWork.begin(Phase.UNDO, NOW.plusSeconds(7))
                .asking("undo.a.1", NOW)
                .stuck("gone");
        StepState one = StepState.begun(new StepId("b", ".1.0"), StepRecord.asking("op", "undo-op", BODY), null, NOW)
                .become(StepStatus.STUCK, NOW)
                .with(stuck.bar())
                .with(StepRecord.asking("op", "undo-op", BODY)
                        .undoingItself(true)
                        .replied(BODY)
                        .faulted(BODY)
                        .undone(BODY))
                .done(3);
        StepState two = StepState.begun(
                new StepId("a", ""),
                StepRecord.NOTHING,
                Block.NEW
                        .choosing(2)
                        .over(List.of(BODY, BODY))
                        .won(1)
                        .won(0)
                        .lost(2)
                        .failing(BODY),
                NOW);
        Map<String, StepState> steps = new LinkedHashMap<>();
        steps.put("b.1.0", one);
        steps.put("a", two);
        return new ProcessState(
                4,
                BODY,
                Map.of("order", "o-1"),
                steps,
                NOW.plusSeconds(60),
                Flags.NONE.paused(true).passesPivot(),
                new Undoing(Undoing.Cause.CANCEL, BODY, NOW, true)
                        .telling(new UndoWaiter("undo.a", Address.conversation("process/c-2"))),
                List.of(new KeptMessage("approved", "c-9", "bob", Set.of("approver"), BODY)),
                Set.of("stuck", "overdue"),
                5,
                77,
                2);
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        ProcessCodec codec = new ProcessCodec();
        ProcessState read = codec.decode(codec.encode(state()));
        assertThat(codec.encode(read)).isEqualTo(codec.encode(state()));
        assertThat(read.steps().keySet()).containsExactly("b.1.0", "a");
        assertThat(read.steps().get("b.1.0").kept().input()).isEqualTo(BODY);
        assertThat(read.undoing()).isEqualTo(state().undoing());
        assertThat(read.steps().get("b.1.0").kept().undoesItself()).isTrue();
        assertThat(read.steps().get("b.1.0").work())
                .isEqualTo(state().steps().get("b.1.0").work());
        assertThat(read).isEqualTo(state());
    }

    @Test
    void membersOfLaterVersionsAreLeftOut() {
        ProcessCodec codec = new ProcessCodec();
        assertThat(codec.decode(codec.encode(state()).replaceFirst("\\{", "{\"later\": 1, ")))
                .isEqualTo(state());
    }

    @Test
    void whatIsNoStateIsSaidToBeNone() {
        assertThatThrownBy(() -> new ProcessCodec().decode("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsPausedIsNotDue() {
        assertThat(state().dueAt()).isNull();
    }
}
