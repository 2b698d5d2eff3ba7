package dev.parley.web.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantText;
import dev.parley.renewal.GrantView;
import dev.parley.renewal.PoolDefinitionReader;
import dev.parley.renewal.PoolView;
import dev.parley.web.RecordJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;

class PoolJsonTest {

    private static final Caller RUNS_IT = new Caller("ann", false);

    @Test
    void aPoolIsShownWithWhatIsInUse() {
        assertThat(shown(PoolExamples.view()))
                .hasToString("{\"name\":\"seats\",\"owner\":\"ann\",\"capacity\":3,\"pingEvery\":\"PT15M\","
                        + "\"pingTimeout\":\"PT30S\",\"pingAttempts\":3,\"pressure\":0.9,\"maxLifetime\":\"PT24H\","
                        + "\"lease\":false,\"holders\":[\"paul\",\"petra\"],\"updatedAt\":\"2026-01-02T03:04:05.000Z\",\"updatedBy\":\"olga\","
                        + "\"held\":2,\"free\":1,\"waiting\":1,\"underPressure\":true}");
    }

    @Test
    void whoMayHoldItIsShownToWhoRunsIt() {
        var view = PoolExamples.view();
        assertThat(shown(view, new Caller("olga", true)).getJsonArray("holders"))
                .hasToString("[\"paul\",\"petra\"]");
        assertThat(shown(view, new Caller("petra", false)).getJsonArray("holders"))
                .hasToString("[\"petra\"]");
        assertThat(shown(view, new Caller("eve", false)).getJsonArray("holders"))
                .isEmpty();
    }

    @Test
    void whatWasReadCanBeWrittenAgain() {
        var view = PoolExamples.view();
        String read = shown(view).toString();
        assertThat(PoolDefinitionReader.read("seats", read))
                .isEqualTo(view.pool().definition());
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(new Page<>(List.of(), null))).hasToString("{\"pools\":[]}");
    }

    @Test
    void theShapesOfTheDocumentAreWhatIsSent() {
        JsonObject shown = shown(PoolExamples.view());
        assertThat(shown.keySet()).containsExactlyElementsOf(members(PoolBody.class));
        assertThat(shown.keySet()).containsAll(members(PoolDefinitionBody.class));
        JsonObject page = page(new Page<>(List.of(PoolExamples.view()), "c2"));
        assertThat(page.keySet()).containsExactlyElementsOf(members(PoolsBody.class));
    }

    @Test
    void theShapeOfAGrantIsWhatIsSentOfAnyGrant() {
        Set<String> sent = new LinkedHashSet<>();
        for (Grant grant :
                List.of(PoolExamples.waiting(), PoolExamples.asked(), PoolExamples.held(), PoolExamples.ended())) {
            sent.addAll(json(grant).keySet());
        }
        GrantView looked = new GrantView(PoolExamples.held(), List.of(new GrantView.GrantAction("release", null)));
        try (JsonReader reader = Json.createReader(new StringReader(GrantText.text(looked, PoolExamples.ASKED)))) {
            sent.addAll(reader.readObject().keySet());
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(members(GrantBody.class));
        assertThat(json(PoolExamples.asked()).getJsonObject("ping").keySet())
                .containsExactlyElementsOf(members(GrantBody.Ping.class));
    }

    @Test
    void anAnswerToAPingSaysWhichOneAndWhatNeedsNothingHasNoSchema() {
        GrantView looked = new GrantView(
                PoolExamples.asked(),
                List.of(
                        new GrantView.GrantAction("confirm", null),
                        new GrantView.GrantAction("decline", null),
                        new GrantView.GrantAction("renew", null),
                        new GrantView.GrantAction("release", null)));
        try (JsonReader reader = Json.createReader(new StringReader(GrantText.text(looked, PoolExamples.ASKED)))) {
            JsonObject shown = reader.readObject();
            List<JsonObject> actions = shown.getJsonArray("actions").getValuesAs(JsonObject.class);
            assertThat(actions)
                    .extracting(action -> action.containsKey("schema"))
                    .containsExactly(true, true, false, false);
            JsonObject schema = actions.get(0).getJsonObject("schema");
            assertThat(schema.getJsonArray("required")).hasToString("[\"pingId\"]");
            assertThat(schema.getJsonObject("properties")
                            .getJsonObject("pingId")
                            .getString("const"))
                    .isEqualTo(shown.getJsonObject("ping").getString("pingId"));
        }
    }

    @Test
    void theDocumentHasEveryStatus() throws Exception {
        List<String> all = Arrays.stream(Grant.Status.values()).map(Enum::name).toList();
        var shown = GrantBody.class.getDeclaredField("status").getAnnotation(Schema.class);
        assertThat(shown.enumeration()).containsExactlyElementsOf(all);
        var asked = GrantParameters.class.getDeclaredField("status").getAnnotation(Parameter.class);
        assertThat(asked.schema().enumeration()).containsExactlyElementsOf(all);
    }

    private static JsonObject shown(PoolView view) {
        return shown(view, RUNS_IT);
    }

    private static JsonObject shown(PoolView view, Caller caller) {
        return RecordJson.of(PoolBody.of(view, caller));
    }

    private static JsonObject page(Page<PoolView> page) {
        return RecordJson.of(PoolsBody.of(page, RUNS_IT));
    }

    private static JsonObject json(Grant grant) {
        String text = GrantText.text(grant, PoolExamples.ASKED);
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static List<String> members(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
