package dev.parley.web.topic;

import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecret;
import dev.parley.topic.webhook.WebhookSecrets;
import dev.parley.web.RestDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The secret of a webhook through the dispatcher of the server's Jakarta REST, with what is behind it made up. */
class WebhookSecretsResourceTest {

    private static final String PATH = "/topics/orders/subscriptions/hook/secret";
    private static final WebhookSecret SECRET = WebhookSecret.of(new byte[24]);

    private final FakeSecrets secrets = new FakeSecrets();
    private RestDispatcher dispatcher;

    private static final class FakeSecrets implements WebhookSecrets {

        private final List<String> done = new ArrayList<>();

        @Override
        public SigningSecrets get(String name, Caller caller) {
            done.add("get " + name);
            return SigningSecrets.of(SECRET);
        }

        @Override
        public SigningSecrets replace(String name, String change, Caller caller) {
            done.add("replace " + name + " " + change);
            return SigningSecrets.of(SECRET)
                    .replacedBy(SECRET, Instant.parse("2026-01-31T12:00:00Z"), Duration.ofDays(1));
        }
    }

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var shown = new WebhookSecretsResource();
        shown.secrets = secrets;
        // Its path begins like theirs
        dispatcher = new RestDispatcher(new TopicsResource(), new SubscriptionsResource(), shown);
    }

    @Test
    void isShownAndKeptByNoCache() throws Exception {
        MockHttpResponse answer = dispatcher.send(get(PATH));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(json(answer).getString("secret")).isEqualTo("whsec_" + "A".repeat(32));
        assertThat(json(answer).containsKey("previousUntil")).isFalse();
        assertThat(secrets.done).containsExactly("get orders/hook");
    }

    @Test
    void isReplacedWithOrWithoutABody() throws Exception {
        MockHttpResponse answer = dispatcher.send(request("POST", PATH));
        dispatcher.send(body("POST", PATH, "{\"overlap\":\"PT1H\"}"));

        assertThat(json(answer).getString("previousUntil")).isEqualTo("2026-02-01T12:00:00.000Z");
        assertThat(secrets.done).containsExactly("replace orders/hook ", "replace orders/hook {\"overlap\":\"PT1H\"}");
    }

    @Test
    void isNotLookedForUnderANameThatCannotBe() throws Exception {
        assertProblem(dispatcher.send(get("/topics/orders/subscriptions/a%20b/secret")), 404, "subscription-unknown");
        assertThat(secrets.done).isEmpty();
    }
}
