package dev.parley.topic.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NewEventTest {

    private static final String BODY = "{\"item\": \"tea\", \"n\": 2}";

    private final NewEvent first = event("placed", BODY);

    @Test
    void isTheSameInAnotherForm() {
        assertThat(event("placed", "{\"n\":2.0,\"item\":\"tea\"}").isAgain(first.hash(), BODY))
                .isTrue();
    }

    @Test
    void isAnotherWithOtherContent() {
        assertThat(event("placed", "{\"n\":3,\"item\":\"tea\"}").isAgain(first.hash(), BODY))
                .isFalse();
    }

    @Test
    void isAnotherIfMoreThanTheFormOfItsBodyDiffers() {
        assertThat(event("paid", "{\"n\":2,\"item\":\"tea\"}").isAgain(first.hash(), BODY))
                .isFalse();
    }

    private static NewEvent event(String type, String body) {
        return new NewEvent("orders", "user:ann", "e1", type, "/shop", null, Map.of(), body);
    }
}
