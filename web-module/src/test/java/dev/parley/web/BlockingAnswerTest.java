package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BlockingAnswerTest {

    private final CompletableFuture<String> stage = new CompletableFuture<>();

    private Response answer() {
        return BlockingAnswer.answer(stage, text -> Response.ok(text).build());
    }

    @Test
    void whatComesIsTheAnswer() {
        stage.complete("there");
        assertThat(answer().getEntity()).isEqualTo("there");
    }

    @Test
    void whatFailsIsMappedAsEverywhere() {
        stage.completeExceptionally(new RejectedExecutionException("Too many"));
        assertThatThrownBy(this::answer)
                .satisfies(
                        thrown -> assertThat(Failure.of(thrown).isTransient()).isTrue());
    }

    @Test
    void aRefusalIsFoundInWhatIsThrown() {
        stage.completeExceptionally(new Refusal(HttpProblem.of(404)));
        assertThatThrownBy(this::answer)
                .satisfies(thrown -> assertThat(Failure.of(thrown).refusal())
                        .hasValueSatisfying(refusal ->
                                assertThat(refusal.problem().status()).isEqualTo(404)));
    }

    @Test
    void whatDoesNotComeInTimeIsGivenUp() {
        assertThatThrownBy(() -> BlockingAnswer.answer(
                        stage, Duration.ofMillis(1), text -> Response.ok(text).build()))
                .satisfies(
                        thrown -> assertThat(Failure.of(thrown).isTransient()).isTrue());
        assertThat(stage).isCancelled();
    }

    @Test
    void whoeverIsInterruptedIsToldToRepeat() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::answer)
                .satisfies(
                        thrown -> assertThat(Failure.of(thrown).isTransient()).isTrue());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stage).isCancelled();
    }
}
