package dev.parley.topic.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org/events?of=1, true, hooks.example.org, 443, /events?of=1",
        "HTTPS://Hooks.Example.ORG, true, hooks.example.org, 443, /",
        "https://hooks.example.org:8443/a%20b, true, hooks.example.org, 8443, /a%20b",
        "http://localhost:8080/?x, false, localhost, 8080, /?x",
        "https://[2001:DB8::1]:444/, true, 2001:db8::1, 444, /",
        "https://127.0.0.1/, true, 127.0.0.1, 443, /"
    })
    void isReadAsItIsCalled(String text, boolean isSecure, String host, int port, String target) {
        assertThat(WebhookUrl.parse(text)).contains(new WebhookUrl(isSecure, host, port, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://hooks.example.org/",
                "jar:https://hooks.example.org/!/",
                "gopher://hooks.example.org/",
                "https:hooks.example.org",
                "https://",
                "https:///events",
                "https://alice:secret@hooks.example.org/",
                "https://hooks.example.org@127.0.0.1/",
                "https://hooks.example.org/#fragment",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org:-1/",
                "https://hooks.example.org./",
                "https://hooks_example.org/",
                "https://2130706433/",
                "https://127.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://017700000001/",
                "https://a.0x7f000001/",
                "https://[::1/",
                "https://[fe80::1%25eth0]/",
                "https://hooks.example.org/a b",
                "https://hooks.example.org/\u00e4",
                "https://hooks.example.org/\r\nX: y",
                "https://hooks.example.org\\@127.0.0.1/"
            })
    void whatAnotherMightReadDifferentlyIsNone(String text) {
        assertThat(WebhookUrl.parse(text)).isEmpty();
    }

    @Test
    void isNotLongerThanAnyColumn() {
        assertThat(WebhookUrl.parse("https://hooks.example.org/" + "x".repeat(1000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example.org/events?of=1", "http://localhost:8080/", "https://[2001:db8::1]:444/x"
            })
    void isWrittenAsItWasRead(String text) {
        assertThat(WebhookUrl.parse(text)).map(WebhookUrl::toString).contains(text);
    }
}
