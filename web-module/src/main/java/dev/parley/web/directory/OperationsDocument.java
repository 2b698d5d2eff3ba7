package dev.parley.web.directory;

import dev.parley.directory.OperationView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of the operations that are there now, of which the document of the server knows nothing: a path
 * for each, with what it takes and gives. All that is not about one of them is in {@code operations-openapi.json}.
 */
final class OperationsDocument {

    private static final JsonObject FRAME = frame();

    private final JsonObjectBuilder paths = Json.createObjectBuilder();
    private final JsonObjectBuilder schemas =
            Json.createObjectBuilder(FRAME.getJsonObject("components").getJsonObject("schemas"));

    private OperationsDocument() {}

    /**
     * The document.
     *
     * @param base where the interface is, as its readers reach it
     */
    static JsonObject of(List<OperationView> operations, String base) {
        OperationsDocument document = new OperationsDocument();
        operations.stream().map(view -> OperationBody.of(view, false)).forEach(document::add);
        JsonObject components = Json.createObjectBuilder(FRAME.getJsonObject("components"))
                .add("schemas", document.schemas)
                .build();
        return Json.createObjectBuilder(FRAME)
                .remove("x-parameters")
                .remove("x-accepted")
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", base)))
                .add("paths", document.paths)
                .add("components", components)
                .build();
    }

    private void add(OperationBody operation) {
        String undone = operation.compensation() == null ? "" : " It is undone by " + operation.compensation() + ".";
        String summary = "Ask for " + operation.name() + "." + undone;
        add(operation.name(), summary, operation.schema(), operation.replySchema());
        List<OperationBody.Message> messages = operation.messages() == null ? List.of() : operation.messages();
        messages.forEach(message ->
                add(message.operation(), "Send a message to " + operation.name() + ".", message.schema(), null));
    }

    private void add(String name, String summary, @Nullable Object schema, @Nullable Object replySchema) {
        JsonObjectBuilder post = Json.createObjectBuilder()
                .add("operationId", name)
                .add("summary", summary)
                .add("tags", Json.createArrayBuilder().add("Operations"))
                .add("parameters", FRAME.getJsonArray("x-parameters"))
                .add(
                        "requestBody",
                        content(schema == null ? JsonValue.EMPTY_JSON_OBJECT : place(name + ".request", schema)))
                .add("responses", responses(replySchema == null ? null : place(name + ".reply", replySchema)));
        paths.add("/operations/" + name, Json.createObjectBuilder().add("post", post));
    }

    /** Puts a schema among the components; the answer refers to it. */
    private JsonObject place(String name, Object schema) {
        String pointer = "#/components/schemas/" + name;
        schemas.add(name, SchemaPlace.moved((JsonValue) schema, pointer));
        return reference(pointer);
    }

    private static JsonObject responses(@Nullable JsonObject reply) {
        return Json.createObjectBuilder()
                .add("202", accepted(reply))
                .add("4XX", reference("#/components/responses/Refused"))
                .add("5XX", reference("#/components/responses/Refused"))
                .build();
    }

    private static JsonObject accepted(@Nullable JsonObject reply) {
        JsonObject accepted = reference("#/components/schemas/Accepted");
        JsonValue schema = reply == null
                ? accepted
                : Json.createObjectBuilder()
                        .add(
                                "allOf",
                                Json.createArrayBuilder()
                                        .add(accepted)
                                        .add(Json.createObjectBuilder()
                                                .add("type", "object")
                                                .add(
                                                        "properties",
                                                        Json.createObjectBuilder()
                                                                .add("reply", reply))))
                        .build();
        return Json.createObjectBuilder(FRAME.getJsonObject("x-accepted"))
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/json",
                                        Json.createObjectBuilder().add("schema", schema)))
                .build();
    }

    private static JsonObject content(JsonValue schema) {
        return Json.createObjectBuilder()
                .add("required", true)
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/json",
                                        Json.createObjectBuilder().add("schema", schema)))
                .build();
    }

    private static JsonObject reference(String pointer) {
        return Json.createObjectBuilder().add("$ref", pointer).build();
    }

    private static JsonObject frame() {
        InputStream file = Objects.requireNonNull(
                OperationsDocument.class.getResourceAsStream("operations-openapi.json"), "It is in this jar");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        }
    }
}
