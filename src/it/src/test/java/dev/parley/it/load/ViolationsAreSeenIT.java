package dev.parley.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker itself, without a server: it must see each kind of violation, and none where there is none. */
@Tag(Once.TAG)
class ViolationsAreSeenIT {

    private final Book book = new Book();
    private final Map<String, Integer> effects = new HashMap<>();

    @BeforeEach
    void aRequestThatWentWell() {
        book.asks("alice", "good");
        book.acknowledged("good");
        book.replied("alice", "good", "order 1");
        effects.put("good", 1);
    }

    @Test
    void noneWhereAllWentWell() {
        book.replied("alice", "good", "order 1");
        book.asks("bob", "given-up-before-anybody-had-it");
        assertThat(violations(0).total()).isZero();
    }

    @Test
    void acknowledgedAndNeverDone() {
        book.asks("alice", "bad");
        book.acknowledged("bad");
        assertThat(violations(0).lost()).containsExactly("bad");
    }

    @Test
    void acknowledgedDoneAndNeverAnswered() {
        book.asks("alice", "bad");
        book.acknowledged("bad");
        effects.put("bad", 1);
        assertThat(violations(0).lost()).containsExactly("bad");
    }

    @Test
    void answeredAndNeverDone() {
        book.asks("alice", "bad");
        book.replied("alice", "bad", "order 2");
        assertThat(violations(0).lost()).containsExactly("bad");
    }

    @Test
    void doneTwice() {
        effects.put("good", 2);
        assertThat(violations(0).duplicate()).containsExactly("good");
    }

    @Test
    void answeredInTwoWays() {
        book.replied("alice", "good", "order 2");
        assertThat(violations(0).duplicate()).containsExactly("good");
    }

    @Test
    void doneAndNeverAskedFor() {
        effects.put("bad", 1);
        assertThat(violations(0).ghost()).containsExactly("bad");
    }

    @Test
    void answeredToSomebodyElse() {
        book.replied("bob", "good", "order 1");
        assertThat(violations(0).misaddressed()).containsExactly("good");
    }

    @Test
    void leftInDoubt() {
        assertThat(violations(1).total()).isEqualTo(1);
    }

    @Test
    void noneWhereAProviderWasAskedTwiceByTheSameMessage() {
        book.provides("good", "c1.Request");
        book.provides("good", "c1.Request");
        assertThat(violationsWithProvider().total()).isZero();
    }

    @Test
    void answeredAndItsProviderNeverAsked() {
        assertThat(violationsWithProvider().lost()).containsExactly("good");
    }

    @Test
    void answeredAndNotJournaled() {
        book.provides("good", "c1.Request");
        effects.clear();
        assertThat(violationsWithProvider().lost()).containsExactly("good");
    }

    @Test
    void acknowledgedItsProviderAskedAndNeverAnswered() {
        book.provides("good", "c1.Request");
        book.asks("alice", "bad");
        book.acknowledged("bad");
        book.provides("bad", "c2.Request");
        effects.put("bad", 1);
        assertThat(violationsWithProvider().lost()).containsExactly("bad");
    }

    @Test
    void itsProviderAskedByTwoMessages() {
        book.provides("good", "c1.Request");
        book.provides("good", "c2.Request");
        assertThat(violationsWithProvider().duplicate()).containsExactly("good");
    }

    @Test
    void twoAnswersOfItsProviderPassedOn() {
        book.provides("good", "c1.Request");
        book.replied("alice", "good", "order 2");
        assertThat(violationsWithProvider().duplicate()).containsExactly("good");
    }

    @Test
    void providerAskedForWhatNobodyWants() {
        book.provides("good", "c1.Request");
        book.provides("bad", "c2.Request");
        assertThat(violationsWithProvider().ghost()).containsExactly("bad");
    }

    private Violations violationsWithProvider() {
        return Violations.of(book.closeWithProvider(effects, 0));
    }

    private Violations violations(int inDoubt) {
        return Violations.of(book.close(effects, inDoubt));
    }
}
