package dev.parley.process.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwaitReaderTest {

    private static final String ORDER =
            """
            {"attributes": {"orderId": {"$": "/request/orderId"}},
             "steps": [{"name": "ok", "await": "approved", "from": "role:approver", "start": true,
                        "schema": {"type": "object", "required": ["orderId"]},
                        "key": {"orderId": {"$": "/message/orderId"}},
                        "collect": {"until": {"any": [{"$": "/messages/approved/1", "present": true},
                                                      {"$": "/message/last", "is": true}]}, "atMost": 5}},
                       {"name": "more", "await": "approved", "from": "user:ann"}]}
            """;

    private static ProcessDefinition read(String json) {
        return new ProcessReader(DefinitionLimits.DEFAULT, new KnownOffers())
                .read("order", json)
                .definition();
    }

    private static List<Violation> errors(String attributes, String steps) {
        String json = "{\"attributes\": " + attributes + ", \"steps\": " + steps + "}";
        return catchThrowableOfType(Refusal.class, () -> read(json)).problem().violations();
    }

    private static List<String> places(String attributes, String steps) {
        return errors(attributes, steps).stream().map(Violation::field).toList();
    }

    @Test
    void whatAMessageIsIsReadFromAllStepsThatAwaitIt() {
        AwaitedMessage approved = read(ORDER).messages().get("approved");
        JsonNode message = JsonText.parseExactly("{\"orderId\": 7}");

        assertThat(approved.key(message)).containsExactly(Map.entry("orderId", "7"));
        assertThat(approved.starts()).isTrue();
        assertThat(approved.schema()).isNotNull();
        assertThat(approved.senders()).containsExactly("role:approver", "user:ann");
        assertThat(approved.roles()).containsExactly("approver");
        assertThat(approved.steps().get(0).terms().collect())
                .satisfies(collect -> assertThat(collect.atMost()).isEqualTo(5));
    }

    @Test
    void whoMaySendItIsSaidByNameOrByRole() {
        assertThat(AwaitedMessage.maySend(null, null, Set.of())).isTrue();
        assertThat(AwaitedMessage.maySend("user:ann", "ann", Set.of())).isTrue();
        assertThat(AwaitedMessage.maySend("user:ann", null, Set.of())).isFalse();
        assertThat(AwaitedMessage.maySend("role:boss", "ann", Set.of("boss"))).isTrue();
        assertThat(AwaitedMessage.maySend("role:boss", "boss", Set.of())).isFalse();
    }

    @Test
    void aKeyIsOfAttributesAndPointsIntoTheMessage() {
        assertThat(places("{}", "[{\"name\": \"a\", \"await\": \"m\", \"key\": {\"id\": {\"$\": \"/message/id\"}}}]"))
                .containsExactly("/steps/0/key/id");
        assertThat(places(
                        "{\"id\": 1}",
                        "[{\"name\": \"a\", \"await\": \"m\", \"key\": {\"id\": {\"$\": \"/request/id\"}}}]"))
                .containsExactly("/steps/0/key/id/$");
        assertThat(places("{}", "[{\"name\": \"a\", \"await\": \"m\", \"start\": true}]"))
                .containsExactly("/steps/0/start");
        assertThat(places("{}", "[{\"name\": \"a\", \"await\": \"m\", \"key\": {}}]"))
                .containsExactly("/steps/0/key");
    }

    @Test
    void oneMessageIsTheSameWhereverItIsAwaited() {
        assertThat(
                        places(
                                "{\"id\": 1, \"no\": 2}",
                                """
                                [{"name": "a", "await": "m", "schema": {"type": "object"}, "key": {"id": {"$": "/message/id"}}},
                                 {"name": "b", "await": "m", "schema": {"type": "array"}, "key": {"no": {"$": "/message/id"}}},
                                 {"name": "c", "await": "m"}]
                                """))
                .containsExactly("/steps/1/schema", "/steps/1/key");
    }

    @Test
    void whatIsGatheredHasAnEnd() {
        assertThat(places("{}", "[{\"name\": \"a\", \"await\": \"m\", \"collect\": {}}]"))
                .containsExactly("/steps/0/collect");
        assertThat(places("{}", "[{\"name\": \"a\", \"await\": \"m\", \"collect\": {\"atMost\": 101}}]"))
                .containsExactly("/steps/0/collect/atMost");
        assertThat(
                        places(
                                "{}",
                                "[{\"name\": \"a\", \"await\": \"m\", \"collect\": {\"until\": {\"$\": \"/steps/b/reply\", \"is\": 1}}}]"))
                .containsExactly("/steps/0/collect/until/$");
        assertThat(places("{}", "[{\"name\": \"a\", \"wait\": \"PT1H\", \"collect\": {\"atMost\": 1}}]"))
                .containsExactly("/steps/0/collect");
    }
}
