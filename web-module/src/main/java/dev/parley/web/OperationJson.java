package dev.parley.web;

import dev.parley.directory.ServedOperation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Operations as JSON. */
final class OperationJson {

    private OperationJson() {}

    /** All of them, in the order given. */
    static JsonObject list(List<ServedOperation> operations) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        operations.forEach(operation -> list.add(of(operation)));
        return Json.createObjectBuilder().add("operations", list).build();
    }

    /** One that a method in the EAR serves. */
    static JsonObject of(ServedOperation operation) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", operation.name())
                .add("provider", Json.createObjectBuilder().add("bean", true))
                .add("isolated", operation.isolated());
        String compensation = operation.compensation();
        if (compensation != null) {
            json.add("compensation", compensation);
        }
        return json.build();
    }
}
