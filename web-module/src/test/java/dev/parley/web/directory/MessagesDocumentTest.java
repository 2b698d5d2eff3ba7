package dev.parley.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.directory.OperationView;
import dev.parley.directory.PatternOperation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesDocumentTest {

    private static final String SCHEMA =
            "{\"$defs\":{\"Item\":{\"type\":\"object\"}}," + "\"properties\":{\"item\":{\"$ref\":\"#/$defs/Item\"}}}";
    private static final PatternOperation PROCESS = new PatternOperation(
            "order",
            "order",
            SCHEMA,
            List.of(new PatternOperation.Message("order.approved", null, Set.of(), Set.of(), false)));

    private final JsonObject document = MessagesDocument.of(List.of(new OperationView(PROCESS)));

    @Test
    void hasAnOperationWithItsReplyForEachOperationAndEachMessage() {
        assertThat(document.getJsonObject("operations").keySet()).containsExactly("order", "order.approved");
        assertThat(at("/operations/order/reply/address/location"))
                .isEqualTo(Json.createValue("$message.header#/JMSReplyTo"));
        assertThat(at("/channels/requests/messages").asJsonObject().keySet())
                .containsExactly("order.request", "order.approved.request");
        assertThat(at("/components/messages/order.request/headers/allOf/1/properties/JMSType/const"))
                .isEqualTo(Json.createValue("order"));
    }

    @Test
    void hasTheSchemasAndRefersToTheirPartsWhereTheyAre() {
        assertThat(at("/components/messages/order.request/payload/$ref"))
                .isEqualTo(Json.createValue("#/components/schemas/order.request"));
        assertThat(at("/components/schemas/order.request/properties/item/$ref"))
                .isEqualTo(Json.createValue("#/components/schemas/order.request/$defs/Item"));
    }

    /** A reference that leads nowhere makes no client. */
    @Test
    void allReferencesLeadSomewhere() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).hasSizeGreaterThan(10).allSatisfy(reference -> assertThat(at(reference.substring(1)))
                .isNotNull());
    }

    private static void collect(JsonValue value, List<String> references) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.equals("$ref")) {
                    references.add(object.getString(name));
                } else {
                    collect(member, references);
                }
            });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(each -> collect(each, references));
        }
    }

    private JsonValue at(String pointer) {
        return document.getValue(pointer);
    }
}
