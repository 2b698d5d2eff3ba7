package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollisionTest {

    private static RuntimeException wrapped(Throwable cause) {
        return new EJBException(new IllegalStateException(cause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aDeadlockIsOne(String state) {
        assertThat(Collision.isReasonOf(wrapped(new SQLException("chosen", state))))
                .isTrue();
    }

    @Test
    void aRowThatAnotherHasChangedIsOne() {
        assertThat(Collision.isReasonOf(wrapped(new OptimisticLockException()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unique index or primary key violation: \"public.PRIMARY_KEY_3B7 ON public.parley_conversation(id)\"",
                "ERROR: duplicate key value violates unique constraint \"parley_conversation_pk\""
            })
    void aConversationThatAnotherHasBegunIsOne(String said) {
        assertThat(Collision.isReasonOf(wrapped(new SQLException(said, "23505"))))
                .isTrue();
    }

    @Test
    void anotherKeyThatIsThereIsNone() {
        SQLException said = new SQLException("violates unique constraint \"parley_journal_pk\"", "23505");
        assertThat(Collision.isReasonOf(wrapped(said))).isFalse();
    }

    @Test
    void whatMayHaveBeenCommittedIsNone() {
        assertThat(Collision.isReasonOf(new CommitInDoubt(new SQLException("chosen", "40001"))))
                .isFalse();
    }

    @Test
    @Timeout(10)
    void causesInACircleHaveAnEnd() {
        RuntimeException one = new IllegalStateException();
        RuntimeException other = new IllegalStateException(one);
        one.initCause(other);
        assertThat(Collision.isReasonOf(other)).isFalse();
    }

    @Test
    void itIsDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();
        String done = Collision.resolved(() -> {
            if (attempts.incrementAndGet() < Collision.ATTEMPTS) {
                throw new Collided(Collision.overtaken("it was removed"));
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(Collision.ATTEMPTS);
    }

    @Test
    void whatIsNoneIsNotDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Collision.resolved(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("wrong");
                }))
                .hasMessage("wrong");
        assertThat(attempts).hasValue(1);
    }
}
