package dev.parley.topic.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.config.SettingsReader;
import dev.parley.topic.webhook.WebhookUrl;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookConfigurationTest {

    private static WebhookSettings read(Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), new WebhookConfiguration());
    }

    @Test
    void nobodyIsCalledUnlessItIsConfigured() {
        WebhookSettings settings = read(Map.of());

        assertThat(settings.hosts().rules()).isEmpty();
        assertThat(settings.networks().besides()).isEmpty();
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.origin()).isEqualTo("parley");
    }

    @Test
    void hostsAndNetworksAreLists() throws Exception {
        WebhookSettings settings = read(Map.of(
                "parley.webhook.hosts", "*.example.org, http://localhost:8080",
                "parley.webhook.networks", "10.0.0.0/8,127.0.0.1"));

        assertThat(settings.hosts()
                        .allows(WebhookUrl.parse("https://a.example.org/").orElseThrow()))
                .isTrue();
        assertThat(settings.hosts()
                        .allows(WebhookUrl.parse("http://localhost:8080/").orElseThrow()))
                .isTrue();
        assertThat(settings.networks().allows(InetAddress.getLoopbackAddress())).isTrue();
    }

    @Test
    void whatIsWrongIsSaidTogetherWithWhatToWrite() {
        Map<String, String> wrong = Map.of(
                "parley.webhook.hosts", "hooks.example.org,https://a.org/path",
                "parley.webhook.networks", "ten",
                "parley.webhook.timeout", "PT0S",
                "parley.webhook.origin", "a b");
        assertThatThrownBy(() -> read(wrong))
                .hasMessageContaining("parley.webhook.hosts is 'https://a.org/path', write names of hosts such as")
                .hasMessageContaining("parley.webhook.networks is 'ten', write networks such as")
                .hasMessageContaining("parley.webhook.timeout is 'PT0S', write")
                .hasMessageContaining("parley.webhook.origin is 'a b', write a name");
    }
}
