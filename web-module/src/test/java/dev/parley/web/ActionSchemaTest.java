package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Action;
import dev.parley.web.topic.ReplayBody;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionSchemaTest {

    static Stream<Action> actions() {
        return Stream.of("cancel", "pause", "resume", "retry", "skip", "resolve", "replace", "rerun")
                .flatMap(name -> Stream.of(
                        new Action(name, null, null, false, true, null),
                        new Action(name, "pay", null, true, true, null)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsNeededIsDescribedOfEachActionOfAConversation(Action action) {
        JsonObject schema = schema("conversations/c", action);
        assertThat(schema.getJsonObject("properties").keySet()).containsAll(needed(schema));
        assertThat(needed(schema).contains("force")).isEqualTo(action.force());
        assertThat(needed(schema).contains("reason"))
                .isEqualTo(action.force() || !action.name().equals("cancel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "skip"})
    void ofASlipNothingButTheReasonIsSaid(String name) {
        JsonObject schema = schema("slips/c", new Action(name, null, null, false, true, null));
        assertThat(schema.getJsonObject("properties").keySet()).containsExactly("reason");
        assertThat(needed(schema)).containsExactly("reason");
    }

    @Test
    void aBodyIsDescribedAsInTheDocumentOfTheInterface() {
        JsonObject schema = ActionBody.schemaOf(ReplayBody.class);
        assertThat(schema.getJsonObject("properties").keySet()).containsExactly("from", "to");
        assertThat(needed(schema)).containsExactly("from");
        assertThat(schema.getJsonObject("properties").getJsonObject("from").keySet())
                .containsExactly("type", "description");
    }

    private static JsonObject schema(String resource, Action action) {
        return ActionJson.of(resource, List.of(action)).getJsonObject(0).getJsonObject("schema");
    }

    private static List<String> needed(JsonObject schema) {
        return schema.getJsonArray("required").getValuesAs(jakarta.json.JsonString::getString);
    }
}
