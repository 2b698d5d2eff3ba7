package dev.parley.message;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one text of all that are the same JSON: without spaces, members in order, numbers with all their digits and none
 * that are needless. It is what RFC 8785 makes, but for numbers that no double has.
 */
public final class SameJson {

    private final StringBuilder text = new StringBuilder();

    private SameJson() {}

    /**
     * The text that stands for all to which this one is {@linkplain JsonText#same the same}. A text that is no JSON
     * stands for itself.
     */
    public static String text(String body) {
        JsonNode json;
        try {
            json = JsonText.parseExactly(body);
        } catch (Refusal e) {
            return body.isBlank() ? "" : body;
        }
        SameJson same = new SameJson();
        same.add(json);
        return same.text.toString();
    }

    private void add(JsonNode json) {
        if (json.isObject()) {
            addObject(json);
        } else if (json.isArray()) {
            addArray(json);
        } else if (json.isTextual()) {
            addText(json.textValue());
        } else if (json.isNumber()) {
            text.append(json.decimalValue().stripTrailingZeros());
        } else {
            text.append(json.asText());
        }
    }

    private void addObject(JsonNode json) {
        SortedMap<String, JsonNode> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            members.put(member.getKey(), member.getValue());
        }
        char before = '{';
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            text.append(before);
            addText(member.getKey());
            text.append(':');
            add(member.getValue());
            before = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void addArray(JsonNode json) {
        char before = '[';
        for (JsonNode element : json) {
            text.append(before);
            add(element);
            before = ',';
        }
        text.append(json.isEmpty() ? "[]" : "]");
    }

    private void addText(String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }
}
