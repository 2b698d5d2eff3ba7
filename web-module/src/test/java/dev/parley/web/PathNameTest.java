package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import dev.parley.relay.mailbox.MailboxKind;
import dev.parley.renewal.PoolKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {

    @Test
    void letsNamesThrough() {
        assertThat(PathName.conversation("A-z.0_~")).isEqualTo("A-z.0_~");
        assertThat(PathName.operation("place-order_1.0")).isEqualTo("place-order_1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b",
                "a b",
                "a\n",
                "ä",
                "a%2e",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void hasNothingUnderWhatIsNoConversationId(String text) {
        assertThatThrownBy(() -> PathName.conversation(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a~b", "a;b"})
    void hasNothingUnderWhatIsNoOperationName(String text) {
        assertThatThrownBy(() -> PathName.operation(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a~b", "ä", "a\n"})
    void hasNoMailboxUnderWhatIsNoName(String text) {
        assertThatThrownBy(() -> PathName.mailbox(text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PathName.ofNew(MailboxKind.MAILBOXES, text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a~b", "ä", "a\n"})
    void hasNoPoolUnderWhatIsNoName(String text) {
        assertThatThrownBy(() -> PathName.pool(text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PathName.ofNew(PoolKind.POOLS, text)).isInstanceOf(Refusal.class);
    }

    @Test
    void letsPoolsAndGrantsThrough() {
        assertThat(PathName.pool("seats-1.a")).isEqualTo("seats-1.a");
        assertThat(PathName.ofNew(PoolKind.POOLS, "seats")).isEqualTo("seats");
        assertThat(PathName.grant("A-z.0_~")).isEqualTo("A-z.0_~");
    }

    @Test
    void letsMailboxesThrough() {
        assertThat(PathName.mailbox("...")).isEqualTo("...");
        assertThat(PathName.ofNew(MailboxKind.MAILBOXES, "a..b")).isEqualTo("a..b");
    }
}
