package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private static final Address NAMED = Address.mailbox("answers").markedAs(17);

    @Test
    void ofAMailboxLeadsToThatOfWhoHadIt() {
        assertThat(NAMED.leadsTo(17)).isTrue();
        assertThat(NAMED.leadsTo(18)).isFalse();
        assertThat(Address.mailbox("answers").leadsTo(18)).isTrue();
    }

    @Test
    void isStoredWithTheMark() {
        Address stored = Address.parseStored(NAMED.toStored()).orElseThrow();

        assertThat(stored.name()).isEqualTo("answers");
        assertThat(stored.mark()).isEqualTo(17);
    }

    @Test
    void isShownWithoutTheMarkAndIsTheSame() {
        assertThat(NAMED).hasToString("mailbox:answers").isEqualTo(Address.mailbox("answers"));
        assertThat(NAMED).hasSameHashCodeAs(Address.mailbox("answers"));
        assertThat(NAMED).isNotEqualTo(Address.mailbox("questions")).isNotEqualTo(Address.queue("answers"));
    }

    /** Or a participant could say whose it is. */
    @Test
    void isNotMarkedByWhoeverWritesIt() {
        Address written = Address.parse(NAMED.toStored()).orElseThrow();

        assertThat(written.mark()).isZero();
        assertThat(written.name()).isEqualTo("answers#17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:reply.alice",
                "temporary:a",
                "mailbox:answers",
                "operation:quote",
                "conversation:c1",
                "https://example.org/hook#1"
            })
    void ofAnythingElseIsStoredAsItIsShown(String text) {
        Address address = Address.parseStored(text).orElseThrow();

        assertThat(address.toStored()).isEqualTo(text).isEqualTo(address.toString());
        assertThat(address.mark()).isZero();
    }
}
