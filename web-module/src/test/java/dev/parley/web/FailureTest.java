package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.CommonProblem;
import dev.parley.message.OperationFault;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.renewal.RenewalProblem;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    private final FailureMapper mapper = new FailureMapper();

    @Test
    void aRefusalIsFoundInWhateverWrapsIt() {
        var refusal = new Refusal(CommonProblem.MESSAGE_ID_REUSED.because("d"));
        var wrapped = new CompletionException(new EJBException("call failed", refusal));
        assertThat(Failure.of(wrapped).refusal()).containsSame(refusal);
        assertThat(mapper.toResponse(wrapped).getStatus()).isEqualTo(422);
    }

    @Test
    void aRefusalWithoutAStatusIsTheRequests() {
        var refusal = new Refusal(new OperationFault("out-of-stock").because("d"));
        assertThat(mapper.toResponse(refusal).getStatus()).isEqualTo(400);
    }

    @Test
    void whatSaysWhenToTryAgainSaysSoInTheHeaderToo() {
        var problem = new Problem(RenewalProblem.POOL_EXHAUSTED, "d", List.of(), Map.of("retryAfter", 42L));
        Response answer = mapper.toResponse(new CompletionException(new Refusal(problem)));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("42");
        Response other = mapper.toResponse(new Refusal(RenewalProblem.POOL_IN_USE.because("d")));
        assertThat(other.getHeaderString("Retry-After")).isNull();
    }

    static Stream<Throwable> transients() {
        return Stream.of(
                new EJBException("x"),
                new PersistenceException("x"),
                new JMSRuntimeException("x"),
                new RejectedExecutionException("x"),
                new CompletionException(new SQLException("x")),
                new IllegalStateException(new RollbackException("x")));
    }

    @ParameterizedTest
    @MethodSource("transients")
    void whatMayBeGoneLaterIsToBeRepeated(Throwable thrown) {
        Response answer = mapper.toResponse(thrown);
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("10");
        assertThat(answer.getEntity().toString()).contains("urn:parley:fault:unavailable", "same Idempotency-Key");
    }

    @Test
    void nothingOfTheUnexpectedIsInTheAnswer() {
        Response answer = mapper.toResponse(new IllegalStateException("secret"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getEntity().toString()).contains("incident").doesNotContain("secret", "Exception");
    }

    @Test
    void causesThatRunInACircleEnd() {
        var a = new IllegalStateException("a");
        a.initCause(new IllegalStateException("b", a));
        assertThat(Failure.of(a).isTransient()).isFalse();
    }
}
