package dev.parley.web.directory;

import dev.parley.conversation.Provider;
import dev.parley.definition.Entry;
import dev.parley.directory.Definition;
import dev.parley.directory.OperationView;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Operations as JSON. Who entered them, who is registered, and which providers are passed over, only operators are
 * shown.
 */
final class OperationJson {

    private OperationJson() {}

    /** All of them, in the order given. */
    static JsonObject list(List<OperationView> operations, boolean operator) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        operations.forEach(operation -> list.add(of(operation, operator)));
        return Json.createObjectBuilder().add("operations", list).build();
    }

    /** One operation. */
    static JsonObject of(OperationView operation, boolean operator) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", operation.name());
        ServedOperation method = operation.method();
        Entry<Definition> entry = operation.entry();
        if (entry == null || entry.definition().bean()) {
            json.add("provider", Json.createObjectBuilder().add("bean", true));
            if (method != null) {
                addMethod(json, method);
            }
        }
        if (entry != null) {
            addEntry(json, operation, entry, operator);
        }
        return json.build();
    }

    private static void addMethod(JsonObjectBuilder json, ServedOperation method) {
        json.add("isolated", method.isolated());
        String compensation = method.compensation();
        if (compensation != null) {
            json.add("compensation", compensation);
        }
    }

    private static void addEntry(
            JsonObjectBuilder json, OperationView operation, Entry<Definition> entry, boolean operator) {
        JsonValues.json(entry.definition().toJson()).asJsonObject().forEach(json::add);
        if (operator && !entry.definition().bean()) {
            json.add("provider", providers(entry.definition(), operation.providers()));
        }
        json.add("updatedAt", JsonValues.time(entry.updatedAt()));
        if (operator) {
            json.add("updatedBy", entry.updatedBy());
        }
    }

    private static JsonValue providers(Definition definition, List<Provider> providers) {
        List<JsonObject> list = providers.stream().map(OperationJson::provider).toList();
        if (definition.pool() != null) {
            return Json.createObjectBuilder()
                    .add("pool", definition.pool())
                    .add("registered", Json.createArrayBuilder(list))
                    .build();
        }
        return list.size() == 1 ? list.get(0) : Json.createArrayBuilder(list).build();
    }

    private static JsonObject provider(Provider provider) {
        String kind = provider.address().kind() == Address.Kind.MAILBOX ? "mailbox" : "queue";
        JsonObjectBuilder json =
                Json.createObjectBuilder().add(kind, provider.address().name());
        if (provider.passedOverUntil() != null) {
            json.add("passedOverUntil", JsonValues.time(provider.passedOverUntil()));
        }
        return json.build();
    }
}
