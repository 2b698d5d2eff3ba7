package dev.parley.topic.engine.webhook;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.HostRule;
import dev.parley.topic.webhook.Network;
import dev.parley.topic.webhook.NetworkPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code parley.webhook.*}. */
@ApplicationScoped
class WebhookConfiguration implements SettingsGroup<WebhookSettings> {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    @Override
    public WebhookSettings read(SettingsReader keys) {
        return new WebhookSettings(
                new HostPolicy(keys.list("parley.webhook.hosts", HostRule::parse, HostRule.EXPECTED)),
                new NetworkPolicy(keys.list("parley.webhook.networks", Network::parse, Network.EXPECTED)),
                keys.duration("parley.webhook.timeout", "PT10S", SHORTEST),
                keys.value(
                        "parley.webhook.origin",
                        "parley",
                        WebhookConfiguration::origin,
                        "a name such as events.example.org"));
    }

    private static Optional<String> origin(String text) {
        return text.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?") ? Optional.of(text) : Optional.empty();
    }

    @Produces
    @Dependent
    WebhookSettings settings(Configuration configuration) {
        return configuration.of(WebhookSettings.class);
    }

    @Produces
    @Dependent
    HostPolicy hosts(Configuration configuration) {
        return configuration.of(WebhookSettings.class).hosts();
    }

    @Produces
    @Dependent
    NetworkPolicy networks(Configuration configuration) {
        return configuration.of(WebhookSettings.class).networks();
    }
}
