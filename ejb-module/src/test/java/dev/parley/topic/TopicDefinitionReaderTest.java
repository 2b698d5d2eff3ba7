package dev.parley.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicDefinitionReaderTest {

    private static final TopicDefinitionReader READER = new TopicDefinitionReader(Duration.ofDays(1));

    private static Violation wrong(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> READER.read("orders", text));
        assertThat(refusal.problem().violations()).hasSize(1);
        return refusal.problem().violations().get(0);
    }

    @Test
    void nothingNeedBeSaid() {
        TopicDefinition definition = READER.read("orders", "{}");

        assertThat(definition.exchange()).isEqualTo(TopicExchange.OUT_ONLY);
        assertThat(definition.retention()).isEqualTo(Duration.ofDays(1));
        assertThat(definition.publishers()).isEmpty();
        assertThat(definition.maxSubscriptions()).isEqualTo(100);
    }

    @Test
    void whatWasReadIsWrittenAndReadAgain() {
        TopicDefinition definition = READER.read(
                "orders",
                "{\"schema\":{\"type\":\"object\"},\"publishers\":[\"ann\"],\"subscribers\":[\"*\"],\"key\":\"/order\",\"maxSubscriptions\":5}");

        assertThat(READER.read("orders", definition.json().toString())).isEqualTo(definition);
    }

    @Test
    void whatComesBackIsReadWithWhenThereIsEnough() {
        TopicDefinition definition = READER.read(
                "offers",
                "{\"exchange\":\"out-in\",\"complete\":{\"any\":[\"quorum:2\",\"idle:PT5S\",{\"operation\":\"enough\"}]},\"atLeast\":1,\"deadline\":\"PT1M\"}");

        assertThat(definition.completion().label()).isEqualTo("quorum:2,idle:PT5S,operation:enough");
        assertThat(definition.completion().atLeast()).isEqualTo(1);
        assertThat(READER.read("offers", definition.json().toString())).isEqualTo(definition);
        assertThat(READER.read("offers", "{\"exchange\":\"out-in\"}").completion())
                .isEqualTo(TopicExchange.OUT_IN.usual());
    }

    /** They are stored as one text, and whoever lists topics reads it again. */
    @ParameterizedTest
    @ValueSource(strings = {"a,first", "a\\u2028b", "a\\u2029", "a\\u0085b", "a\\nb", " a", "a ", "", "\\u0000"})
    void anOperationWhoseNameCouldNotBeReadAgainIsRefused(String name) {
        assertThat(wrong("{\"exchange\":\"out-in\",\"complete\":{\"operation\":\"" + name + "\"}}")
                        .field())
                .isEqualTo("/complete");
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(wrong("{\"exchange\":\"out\"}").expected()).contains("robust-out-only", "out-optional-in");
        assertThat(wrong("{\"complete\":\"all\"}").field()).isEqualTo("/complete");
        assertThat(wrong("{\"deadline\":\"PT1M\"}").field()).isEqualTo("/deadline");
        assertThat(wrong("{\"exchange\":\"out-in\",\"complete\":\"most\"}").expected())
                .contains("quorum:N");
        assertThat(wrong("{\"exchange\":\"out-in\",\"complete\":{\"any\":[]}}").field())
                .isEqualTo("/complete");
        assertThat(wrong("{\"exchange\":\"out-in\",\"complete\":\"quorum:2\",\"atLeast\":3}")
                        .field())
                .isEqualTo("/atLeast");
        assertThat(wrong("{\"exchange\":\"out-in\",\"maxSubscriptions\":1001}").field())
                .isEqualTo("/maxSubscriptions");
        assertThat(wrong("{\"exchange\":\"in-out\"}").field()).isEqualTo("/exchange");
        assertThat(wrong("{\"key\":\"order\"}").field()).isEqualTo("/key");
        assertThat(wrong("{\"maxSubscriptions\":100000}").field()).isEqualTo("/maxSubscriptions");
        assertThat(wrong("{\"retention\":\"soon\"}").field()).isEqualTo("/retention");
        assertThat(wrong("{\"colour\":\"red\"}").field()).isEqualTo("/colour");
    }

    @Test
    void whoeverRunsItMayPublishAndOthersAreNamed() {
        TopicDefinition definition = READER.read("orders", "{\"publishers\":[\"ann\"]}");
        Topic topic = new Topic("orders", 1, "olga", definition, Instant.EPOCH, "olga");

        assertThat(topic.takesFrom(new Caller("olga", false))).isTrue();
        assertThat(topic.takesFrom(new Caller("ann", false))).isTrue();
        assertThat(topic.takesFrom(new Caller("bob", false))).isFalse();
        assertThat(topic.takesFrom(null)).isFalse();
        assertThat(topic.letsSubscribe(new Caller("ann", false))).isFalse();
    }
}
