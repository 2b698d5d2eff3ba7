package dev.parley.conversation.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static Completion completion(String complete, @Nullable Integer atLeast) {
        return CompletionReader.read(complete, atLeast, Completion.WHATEVER_COMES)
                .orElseThrow();
    }

    private static Tally tally(int expected, int replies, int faults) {
        return new Tally(expected, replies, faults, NOW, false, false);
    }

    private static Verdict judge(Completion completion, Tally tally) {
        return CompletionPolicy.judge(completion, tally, NOW);
    }

    @Test
    void allIsWhenEverybodyHasAnswered() {
        Completion all = completion("all", null);

        assertThat(judge(all, tally(3, 1, 1))).isEqualTo(new Verdict.GoesOn(null));
        assertThat(judge(all, tally(3, 1, 2))).isEqualTo(new Verdict.Ends("all"));
        assertThat(judge(all, tally(0, 0, 0))).isEqualTo(new Verdict.Ends("all"));
    }

    @Test
    void faultsAreNoRepliesAndSoonItCannotBeReached() {
        Completion quorum = completion("quorum:2", null);

        assertThat(judge(quorum, tally(4, 1, 2))).isEqualTo(new Verdict.GoesOn(null));
        assertThat(judge(quorum, tally(4, 2, 2))).isEqualTo(new Verdict.Ends("quorum:2"));
        assertThat(judge(quorum, tally(4, 0, 3))).isEqualTo(new Verdict.Ends("out-of-reach"));
        assertThat(judge(completion("first", null), tally(2, 0, 2))).isEqualTo(new Verdict.Ends("out-of-reach"));
    }

    @Test
    void anyOfThemWillDoAndWhatIsQuietIsLookedAtAgain() {
        Completion any = completion("quorum:3,idle:PT2S", null);

        assertThat(any.atLeast()).isZero();
        assertThat(judge(any, tally(3, 1, 1))).isEqualTo(new Verdict.GoesOn(NOW.plusSeconds(2)));
        assertThat(CompletionPolicy.judge(any, tally(3, 1, 1), NOW.plusSeconds(2)))
                .isEqualTo(new Verdict.Ends("idle:PT2S"));
    }

    @Test
    void asManyAsThereHaveToBeAreWaitedForOnlyWhileTheyMayCome() {
        Completion all = completion("all", 2);

        assertThat(judge(all, tally(3, 0, 1))).isEqualTo(new Verdict.GoesOn(null));
        assertThat(judge(all, tally(3, 0, 2))).isEqualTo(new Verdict.Ends("out-of-reach"));
    }

    @Test
    void withoutACriterionItEndsWhenNobodyIsLeft() {
        assertThat(judge(Completion.WHATEVER_COMES, tally(2, 1, 0))).isEqualTo(new Verdict.GoesOn(null));
        assertThat(judge(Completion.WHATEVER_COMES, tally(2, 1, 1))).isEqualTo(new Verdict.Ends("all"));
    }

    @Test
    void theOperationThatDecidesIsHeardBeforeItIsOver() {
        Completion asked = completion("operation:enough", null);

        assertThat(judge(asked, new Tally(2, 2, 0, NOW, false, true))).isEqualTo(new Verdict.GoesOn(null));
        assertThat(judge(asked, new Tally(2, 2, 0, NOW, false, false))).isEqualTo(new Verdict.Ends("out-of-reach"));
        assertThat(judge(asked, new Tally(2, 1, 0, NOW, true, false))).isEqualTo(new Verdict.Ends("operation:enough"));
    }

    @Test
    void whatCannotBeIsNotRead() {
        for (String wrong : List.of(
                "", "none", "quorum:0", "quorum:1001", "quorum:x", "idle:2", "idle:PT0S", "idle:P31D", "all,")) {
            assertThat(CompletionReader.read(wrong, null, Completion.WHATEVER_COMES))
                    .as(wrong)
                    .isEmpty();
        }
        assertThat(CompletionReader.read("quorum:2", 3, Completion.WHATEVER_COMES))
                .isEmpty();
        assertThat(CompletionReader.read("quorum:2", 1, Completion.WHATEVER_COMES))
                .contains(new Completion(List.of(new Criterion.Quorum(2)), 1));
        assertThat(CompletionReader.read(null, null, completion("idle:PT1M", 1)))
                .contains(new Completion(List.of(new Criterion.Idle(Duration.ofMinutes(1))), 1));
    }
}
