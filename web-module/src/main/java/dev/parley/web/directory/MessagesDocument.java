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
 * The AsyncAPI document of the operations that are there now: the messages by which they are asked for and answered.
 * All that is not about one of them is in {@code operations-asyncapi.json}.
 */
final class MessagesDocument {

    private static final JsonObject FRAME = frame();

    private final JsonObjectBuilder requests = Json.createObjectBuilder();
    private final JsonObjectBuilder answers = Json.createObjectBuilder(messages("answers"));
    private final JsonObjectBuilder operations = Json.createObjectBuilder();
    private final JsonObjectBuilder messages =
            Json.createObjectBuilder(FRAME.getJsonObject("components").getJsonObject("messages"));
    private final JsonObjectBuilder schemas =
            Json.createObjectBuilder(FRAME.getJsonObject("components").getJsonObject("schemas"));

    private MessagesDocument() {}

    /** The document. */
    static JsonObject of(List<OperationView> operations) {
        MessagesDocument document = new MessagesDocument();
        operations.stream().map(view -> OperationBody.of(view, false)).forEach(document::add);
        return document.build();
    }

    private JsonObject build() {
        return Json.createObjectBuilder(FRAME)
                .add(
                        "channels",
                        Json.createObjectBuilder()
                                .add("requests", channel("requests", requests))
                                .add("answers", channel("answers", answers)))
                .add("operations", operations)
                .add(
                        "components",
                        Json.createObjectBuilder(FRAME.getJsonObject("components"))
                                .add("messages", messages)
                                .add("schemas", schemas))
                .build();
    }

    private static JsonObjectBuilder channel(String name, JsonObjectBuilder messages) {
        return Json.createObjectBuilder(FRAME.getJsonObject("channels").getJsonObject(name))
                .add("messages", messages);
    }

    private static JsonObject messages(String channel) {
        return FRAME.getJsonObject("channels").getJsonObject(channel).getJsonObject("messages");
    }

    private void add(OperationBody operation) {
        add(operation.name(), "Asks for " + operation.name(), operation.schema(), operation.replySchema());
        List<OperationBody.Message> sent = operation.messages() == null ? List.of() : operation.messages();
        sent.forEach(message -> add(message.operation(), "A message to " + operation.name(), message.schema(), null));
    }

    private void add(String name, String title, @Nullable Object schema, @Nullable Object replySchema) {
        String request = name + ".request";
        String reply = name + ".reply";
        requests.add(request, reference("#/components/messages/" + request));
        answers.add(reply, reference("#/components/messages/" + reply));
        messages.add(
                request,
                message(request, title, schema)
                        .add(
                                "headers",
                                Json.createObjectBuilder()
                                        .add(
                                                "allOf",
                                                Json.createArrayBuilder()
                                                        .add(reference("#/components/schemas/RequestHeaders"))
                                                        .add(type(name)))));
        messages.add(
                reply,
                message(reply, "What came of " + name, replySchema)
                        .add("headers", reference("#/components/schemas/AnswerHeaders")));
        operations.add(name, operation(request, reply));
    }

    private JsonObjectBuilder message(String name, String title, @Nullable Object schema) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("title", title)
                .add("contentType", "application/json")
                .add("payload", schema == null ? JsonValue.EMPTY_JSON_OBJECT : place(name, schema))
                .add("correlationId", reference("#/components/correlationIds/correlation"));
    }

    /** Puts a schema among the components; the answer refers to it. */
    private JsonObject place(String name, Object schema) {
        String pointer = "#/components/schemas/" + name;
        schemas.add(name, SchemaPlace.moved((JsonValue) schema, pointer));
        return reference(pointer);
    }

    private static JsonObjectBuilder type(String operation) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("required", Json.createArrayBuilder().add("JMSType"))
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("JMSType", Json.createObjectBuilder().add("const", operation)));
    }

    private static JsonObjectBuilder operation(String request, String reply) {
        String answers = "#/channels/answers/messages/";
        return Json.createObjectBuilder()
                .add("action", "receive")
                .add("channel", reference("#/channels/requests"))
                .add("messages", Json.createArrayBuilder().add(reference("#/channels/requests/messages/" + request)))
                .add(
                        "reply",
                        Json.createObjectBuilder()
                                .add(
                                        "address",
                                        Json.createObjectBuilder().add("location", "$message.header#/JMSReplyTo"))
                                .add("channel", reference("#/channels/answers"))
                                .add(
                                        "messages",
                                        Json.createArrayBuilder()
                                                .add(reference(answers + reply))
                                                .add(reference(answers + "fault"))
                                                .add(reference(answers + "acknowledgment"))));
    }

    private static JsonObject reference(String pointer) {
        return Json.createObjectBuilder().add("$ref", pointer).build();
    }

    private static JsonObject frame() {
        InputStream file = Objects.requireNonNull(
                MessagesDocument.class.getResourceAsStream("operations-asyncapi.json"), "It is in this jar");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        }
    }
}
