package dev.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Carried;
import dev.parley.conversation.StateJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that a call of a provider is stored as. */
final class CallJson {

    static final String TICKET = "ticket";

    private CallJson() {}

    static ObjectNode of(ProviderCall call) {
        ObjectNode json = StateJson.object().put(TICKET, call.ticket()).put("attempt", call.attempt());
        if (call.provider() != null) {
            json.put("provider", call.provider().toStored());
        }
        if (call.pausing()) {
            json.put("pausing", true);
        }
        if (call.last()) {
            json.put("last", true);
        }
        if (call.group() != null) {
            json.put("group", call.group());
        }
        if (call.carried() != null) {
            ObjectNode carried =
                    json.putObject("carried").put("messageId", call.carried().messageId());
            call.carried().properties().forEach(carried.putObject("properties")::put);
        }
        return json.put("until", call.until().toString());
    }

    static ProviderCall read(JsonNode json) {
        return new ProviderCall(
                StateJson.required(json, TICKET),
                StateJson.address(json, "provider"),
                json.path("attempt").asInt(),
                json.path("pausing").asBoolean(),
                StateJson.instant(json, "until"),
                StateJson.text(json, "group"),
                carried(json.path("carried")),
                json.path("last").asBoolean());
    }

    private static @Nullable Carried carried(JsonNode json) {
        Map<String, String> properties = new HashMap<>();
        json.path("properties")
                .properties()
                .forEach(p -> properties.put(p.getKey(), p.getValue().asText()));
        return json.isObject() ? new Carried(StateJson.required(json, "messageId"), properties) : null;
    }
}
