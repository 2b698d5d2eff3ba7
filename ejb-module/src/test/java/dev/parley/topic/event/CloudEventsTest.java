package dev.parley.topic.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static Map<String, String> attributes(String... namesAndValues) {
        Map<String, String> attributes =
                new TreeMap<>(Map.of("id", "1", "specversion", "1.0", "source", "/shop", "type", "order.placed"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }

    private static List<String> wrong(Map<String, String> attributes) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CloudEvents.binary(attributes, "{}"));
        return refusal.problem().violations().stream().map(Violation::field).toList();
    }

    @Test
    void attributesBesideTheDataAreRead() {
        EventDraft event = CloudEvents.binary(
                attributes("subject", "4711", "time", "2026-01-31T12:00:00Z", "tenant", "eu"), "{\"n\":1}");

        assertThat(event)
                .isEqualTo(new EventDraft(
                        "1",
                        "order.placed",
                        "/shop",
                        "4711",
                        Map.of("time", "2026-01-31T12:00:00Z", "tenant", "eu"),
                        "{\"n\":1}"));
    }

    @Test
    void attributesAroundTheDataAreRead() {
        EventDraft event = CloudEvents.structured(
                "{\"id\":\"1\",\"specversion\":\"1.0\",\"source\":\"/shop\",\"type\":\"order.placed\",\"count\":3,"
                        + "\"datacontenttype\":\"application/json\",\"data\":{\"n\":1}}");

        assertThat(event.data()).isEqualTo("{\"n\":1}");
        assertThat(event.attributes()).containsExactly(Map.entry("count", "3"));
    }

    @Test
    void allThatIsMissingIsTold() {
        assertThat(wrong(Map.of())).containsExactly("specversion", "id", "source", "type");
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(wrong(attributes("specversion", "0.3"))).containsExactly("specversion");
        assertThat(wrong(attributes("source", "a b"))).containsExactly("source");
        assertThat(wrong(attributes("time", "yesterday"))).containsExactly("time");
        assertThat(wrong(attributes("datacontenttype", "image/png"))).containsExactly("datacontenttype");
        assertThat(wrong(attributes("Tenant", "eu"))).containsExactly("Tenant");
        assertThat(wrong(attributes("subject", ""))).containsExactly("subject");
    }

    @Test
    void dataThatIsNoJsonIsNotTaken() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> CloudEvents.structured(
                        "{\"id\":\"1\",\"specversion\":\"1.0\",\"source\":\"/shop\",\"type\":\"t\",\"data_base64\":\"AA==\"}"));

        assertThat(refusal.problem().violations().stream().map(Violation::field))
                .contains("data");
    }
}
