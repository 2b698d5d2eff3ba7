package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;

/** Attributes, as instances are found by them: texts, and anything else as its JSON, cut at what is kept. */
public final class Attribute {

    private static final int LONGEST = 255;

    private Attribute() {}

    /** The text that a value is looked up by. */
    public static String text(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
