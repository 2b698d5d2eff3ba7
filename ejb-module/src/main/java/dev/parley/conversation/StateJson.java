package dev.parley.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Address;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The JSON objects that states of patterns are stored as; for those who write a {@link StateCodec}. */
public final class StateJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private StateJson() {}

    /** An object with nothing in it yet. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * The object that a stored text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JsonNode read(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A stored state is no JSON object", e);
        }
        throw new IllegalArgumentException("A stored state is no JSON object");
    }

    /** An array of texts. */
    public static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** The text of a member; null if there is none. */
    public static @Nullable String text(JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** The text of a member that has to be there. */
    public static String required(JsonNode object, String member) {
        String text = text(object, member);
        if (text == null) {
            throw new IllegalArgumentException("A stored state has no " + member);
        }
        return text;
    }

    /** The address that a member is; null if there is none. */
    public static @Nullable Address address(JsonNode object, String member) {
        String text = text(object, member);
        return text == null
                ? null
                : Address.parseStored(text)
                        .orElseThrow(() -> new IllegalArgumentException("A stored state has no address in " + member));
    }

    /** The instant that a member is. */
    public static Instant instant(JsonNode object, String member) {
        return Instant.parse(required(object, member));
    }
}
