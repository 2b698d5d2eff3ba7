package dev.parley.web.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectCallTest {

    @Test
    void theFrequentCallsAre() {
        assertThat(DirectCall.of("POST", "/v1/mailboxes/a.b-c_1/messages"))
                .contains(new DirectCall(DirectCall.Kind.SEND, "a.b-c_1", ""));
        assertThat(DirectCall.of("POST", "/v1/mailboxes/a/receive"))
                .contains(new DirectCall(DirectCall.Kind.RECEIVE, "a", ""));
        assertThat(DirectCall.of("POST", "/v1/mailboxes/a/locks/acknowledge"))
                .contains(new DirectCall(DirectCall.Kind.ACKNOWLEDGE_MANY, "a", ""));
        assertThat(DirectCall.of("DELETE", "/v1/mailboxes/a/locks/7.x"))
                .contains(new DirectCall(DirectCall.Kind.ACKNOWLEDGE, "a", "7.x"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/mailboxes/a/messages",
        "PUT, /v1/mailboxes/a",
        "POST, /v1/mailboxes",
        "POST, /v1/mailboxes/",
        "POST, /v1/mailboxes//messages",
        "POST, /v1/mailboxes/a",
        "POST, /v1/mailboxes/a/",
        "POST, /v1/mailboxes/a/messages/",
        "POST, /v1/mailboxes/a/receive/waiting",
        "POST, /v1/mailboxes/a b/receive",
        "POST, /v1/mailboxes/../receive",
        "POST, /v1/mailboxes/a/locks/7.x/reply",
        "PATCH, /v1/mailboxes/a/locks/7.x",
        "DELETE, /v1/mailboxes/a/locks/",
        "DELETE, /v1/mailboxes/a/locks/7.x/reply",
        "DELETE, /v1/mailboxes/a",
        "POST, /v1/pools/a/messages",
        "POST, /v2/mailboxes/a/messages",
        "OPTIONS, /v1/mailboxes/a/receive",
    })
    void othersAreNot(String method, String path) {
        assertThat(DirectCall.of(method, path)).isEmpty();
    }
}
