package dev.parley.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineageTest {

    private static final String REQUEST = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String ANSWER = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
    private static final String ELSEWHERE = "00-4bf92f3577b34da6a3ce929d0e0e4736-53995c3f42cd8ad8-01";

    @Test
    void whatIsInNoTraceBeginsOne() {
        assertThat(Lineage.of(null).parent()).isNull();
        assertThat(Lineage.of(null, null).links()).isEmpty();
    }

    @Test
    void aRequestHangsBelowItsSender() {
        assertThat(Lineage.of(REQUEST)).isEqualTo(Lineage.of(REQUEST, null));
        assertThat(Lineage.of(REQUEST).parent()).isEqualTo(REQUEST);
        assertThat(Lineage.of(REQUEST).links()).isEmpty();
    }

    @Test
    void whatSaysNothingHangsBelowItsConversation() {
        assertThat(Lineage.of(null, REQUEST).parent()).isEqualTo(REQUEST);
        assertThat(Lineage.of(null, REQUEST).links()).isEmpty();
    }

    @Test
    void anAnswerHangsBelowWhoGaveItAndLinksBackToTheRequest() {
        assertThat(Lineage.of(ANSWER, REQUEST).parent()).isEqualTo(ANSWER);
        assertThat(Lineage.of(ANSWER, REQUEST).links()).containsExactly(REQUEST);
    }

    @Test
    void nothingLinksToItsOwnParent() {
        assertThat(Lineage.of(REQUEST, REQUEST).links()).isEmpty();
    }

    /** Its provider has begun a trace of its own: the requester sees one trace, from which a link leads there. */
    @Test
    void anAnswerOfAnotherTraceStaysInThatOfItsConversation() {
        assertThat(Lineage.of(ELSEWHERE, REQUEST).parent()).isEqualTo(REQUEST);
        assertThat(Lineage.of(ELSEWHERE, REQUEST).links()).containsExactly(ELSEWHERE);
    }
}
