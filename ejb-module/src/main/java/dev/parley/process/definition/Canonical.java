package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one form of all JSON texts that say the same: members in order, none that is null, numbers without needless
 * digits.
 */
public final class Canonical {

    private Canonical() {}

    /** The canonical form. */
    public static JsonNode of(JsonNode json) {
        if (json.isObject()) {
            return object(json);
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(of(item)));
            return array;
        }
        return json.isNumber() ? number(json.decimalValue()) : json;
    }

    private static JsonNode object(JsonNode json) {
        Map<String, JsonNode> members = new TreeMap<>();
        json.properties().forEach(m -> {
            if (!m.getValue().isNull()) {
                members.put(m.getKey(), of(m.getValue()));
            }
        });
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::set);
        return object;
    }

    private static JsonNode number(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= 40
                ? JsonNodeFactory.instance.numberNode(shortest.toBigIntegerExact())
                : JsonNodeFactory.instance.numberNode(shortest);
    }

    /** The hash of a canonical form: SHA-256, in hexadecimal. */
    public static String hash(JsonNode canonical) {
        return Sha256.hex(canonical.toString());
    }
}
