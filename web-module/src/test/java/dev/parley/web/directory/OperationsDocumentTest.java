package dev.parley.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Exchange;
import dev.parley.directory.OperationView;
import dev.parley.directory.PatternOperation;
import dev.parley.directory.ServedOperation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsDocumentTest {

    private static final String BASE = "http://localhost:8080/parley/v1";
    private static final String REQUEST =
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$defs\":{\"Item\":{\"type\":\"object\"}},"
                    + "\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Item\"}},"
                    + "\"again\":{\"anyOf\":[{\"$ref\":\"#\"}]}}}";
    private static final PatternOperation PROCESS = new PatternOperation(
            "order",
            "order",
            null,
            List.of(new PatternOperation.Message(
                    "order.approved", "{\"type\":\"object\"}", Set.of(), Set.of(), false)));

    private final JsonObject document = OperationsDocument.of(
            List.of(new OperationView("book", null, new Book(), List.of()), new OperationView(PROCESS)), BASE);

    @Test
    void hasAPathForEachOperationAndEachMessage() {
        assertThat(document.getJsonObject("paths").keySet())
                .containsExactly("/operations/book", "/operations/order", "/operations/order.approved");
        assertThat(at("/servers/0/url")).isEqualTo(Json.createValue(BASE));
        assertThat(at("/paths/~1operations~1book/post/operationId")).isEqualTo(Json.createValue("book"));
        assertThat(document.keySet()).doesNotContain("x-parameters", "x-accepted");
    }

    @Test
    void hasTheSchemasOfRequestsAndReplies() {
        assertThat(at("/paths/~1operations~1book/post/requestBody/content/application~1json/schema/$ref"))
                .isEqualTo(Json.createValue("#/components/schemas/book.request"));
        assertThat(at("/paths/~1operations~1book/post/responses/202/content/application~1json/schema"
                        + "/allOf/1/properties/reply/$ref"))
                .isEqualTo(Json.createValue("#/components/schemas/book.reply"));
        assertThat(at("/components/schemas/book.reply/type")).isEqualTo(Json.createValue("object"));
        assertThat(at("/paths/~1operations~1order/post/requestBody/content/application~1json/schema"))
                .isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void refersToPartsOfSchemasWhereTheyAre() {
        String there = "/components/schemas/book.request";
        assertThat(at(there + "/properties/items/items/$ref")).isEqualTo(Json.createValue("#" + there + "/$defs/Item"));
        assertThat(at(there + "/properties/again/anyOf/0/$ref")).isEqualTo(Json.createValue("#" + there));
        assertThat(at(there).asJsonObject().keySet()).doesNotContain("$schema");
    }

    private JsonValue at(String pointer) {
        return document.getValue(pointer);
    }

    @Test
    void isOneJsonDocument() {
        try (var reader = Json.createReader(new StringReader(document.toString()))) {
            assertThat(reader.readObject()).isEqualTo(document);
        }
    }

    private static final class Book implements ServedOperation {

        @Override
        public String name() {
            return "book";
        }

        @Override
        public boolean isolated() {
            return false;
        }

        @Override
        public String compensation() {
            return "cancel";
        }

        @Override
        public String schema() {
            return REQUEST;
        }

        @Override
        public String replySchema() {
            return "{\"type\":\"object\"}";
        }

        @Override
        public Request read(String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String call(Request request, Exchange exchange) {
            throw new UnsupportedOperationException();
        }
    }
}
