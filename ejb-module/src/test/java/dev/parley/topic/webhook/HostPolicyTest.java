package dev.parley.topic.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {

    private static boolean allows(String rule, String url) {
        return new HostPolicy(List.of(HostRule.parse(rule).orElseThrow()))
                .allows(WebhookUrl.parse(url).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example.org, https://hooks.example.org/x",
        "Hooks.Example.org, https://hooks.example.org/x",
        "hooks.example.org:8443, https://hooks.example.org:8443/x",
        "*.example.org, https://a.b.example.org/x",
        "*, https://anything.example.com/x",
        "http://localhost:8080, http://localhost:8080/x",
        "http://localhost:*, http://localhost:12345/x",
        "10.0.0.7, https://10.0.0.7/x",
        "'[2001:db8::1]', 'https://[2001:db8::1]/x'"
    })
    void whatARuleIsForIsAllowed(String rule, String url) {
        assertThat(allows(rule, url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example.org, https://hooks.example.org:8443/x",
        "hooks.example.org, https://other.hooks.example.org/x",
        "hooks.example.org, https://hooks.example.org.evil.example/x",
        "hooks.example.org, http://hooks.example.org/x",
        "hooks.example.org, http://hooks.example.org:443/x",
        "*.example.org, https://example.org/x",
        "*.example.org, https://notexample.org/x",
        "*, http://anything.example.com/x",
        "http://localhost:8080, https://localhost:8080/x"
    })
    void anythingElseIsNot(String rule, String url) {
        assertThat(allows(rule, url)).isFalse();
    }

    @Test
    void withoutARuleNobodyIsCalled() {
        assertThat(new HostPolicy(List.of())
                        .allows(WebhookUrl.parse("https://hooks.example.org/").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley.?",
                "a b",
                "*.",
                "*a.org",
                "a.*",
                "ftp://a.org",
                "a.org/path",
                "a.org:0",
                "a.org:65536",
                "127.1",
                "[::1"
            })
    void aRuleThatCouldNotBeMeantIsNone(String rule) {
        assertThat(HostRule.parse(rule)).isEmpty();
    }
}
