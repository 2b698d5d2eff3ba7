package dev.parley.relay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the JSON body of a request apart in one pass, without a tree, and keeps what is wrong with it. A member that is
 * null is as if it were not there, but a message's {@code body}: null is JSON, too. That one is kept as it was written.
 */
final class BodyReader {

    /** The number of violations that are told at most: who sends more has been told enough. */
    private static final int MOST_VIOLATIONS = 100;

    private static final String BODY = "body";

    private final String source;
    private final JsonParser parser;
    private final List<Violation> violations = new ArrayList<>();

    /** A reader of a body. */
    @FunctionalInterface
    interface Reading<T> {
        T read(BodyReader body) throws IOException;
    }

    /** A reader of a member that is no text; the parser is at its value. */
    @FunctionalInterface
    interface Special {
        void read(String at) throws IOException;
    }

    private BodyReader(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * Reads a body.
     *
     * @param wanted what it should be, to say that it is not
     * @throws dev.parley.message.Refusal {@code body-not-json} or {@code body-invalid}
     */
    static <T> T read(String source, String wanted, Reading<T> reading) {
        return JsonText.walk(source, parser -> {
            BodyReader body = new BodyReader(source, parser);
            T result = reading.read(body);
            InvalidBody.refuseIfAny(body.violations, wanted);
            return result;
        });
    }

    void refuse(String at, String expected) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(at, expected));
        }
    }

    /**
     * Reads an object.
     *
     * @param at where it is, a JSON Pointer
     * @param texts its members that are texts; with {@code body} among them, that is any JSON, unless there is a
     *     content type
     * @param specials how its other members are read
     */
    Members object(String at, List<String> texts, Map<String, Special> specials) throws IOException {
        Members members = new Members();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            refuse(at, "an object");
            skip();
            return members;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Special special = specials.get(name);
            if (special != null) {
                special.read(at + "/" + name);
            } else if (!texts.contains(name)) {
                refuseUnknown(at, name, texts, specials);
            } else if (name.equals(BODY)) {
                members.body = body();
            } else {
                text(at, name, members);
            }
        }
        return members;
    }

    /** Reads the elements of an array, if it is one. */
    void array(String at, String expected, Special element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            refuse(at, expected);
            skip();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.read(at + "/" + i);
        }
    }

    /** The text at hand; empty, and refused, if it is none. */
    String text(String at) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        refuse(at, "a text");
        skip();
        return "";
    }

    /** True if the value at hand is true; refused if it is neither true nor false. */
    boolean flag(String at) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != null && !token.isBoolean() && token != JsonToken.VALUE_NULL) {
            refuse(at, "true or false");
            skip();
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private void text(String at, String name, Members members) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            members.texts.put(name, text(at + "/" + name));
        }
    }

    private Body body() throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        skip();
        return new Body(source.substring(from, (int) parser.currentLocation().getCharOffset()), text);
    }

    private void skip() throws IOException {
        parser.finishToken();
        parser.skipChildren();
    }

    private void refuseUnknown(String at, String name, List<String> texts, Map<String, Special> specials)
            throws IOException {
        List<String> known = new ArrayList<>(texts);
        specials.keySet().stream().sorted().forEach(known::add);
        refuse(
                at + JsonPointer.empty().appendProperty(name),
                "nothing: there is no such field; there are " + String.join(", ", known));
        skip();
    }

    /**
     * A message's body.
     *
     * @param json as it was written
     * @param text what it says, if it is a text
     */
    record Body(String json, @Nullable String text) {}

    /** The members of an object. */
    static final class Members {

        private final Map<String, String> texts = new HashMap<>();
        private @Nullable Body body;

        @Nullable
        String text(String name) {
            return texts.get(name);
        }

        boolean isEmpty() {
            return texts.isEmpty() && body == null;
        }
    }

    /**
     * The body of a message: JSON as it was written, or what is in base64 if there is a content type. Empty, and
     * refused, if there is none.
     */
    String body(String at, Members members) {
        Body body = members.body;
        boolean opaque = members.text("contentType") != null;
        if (body == null) {
            refuse(at + "/" + BODY, "any JSON, which is required; with a contentType a text in base64");
            return "";
        }
        if (opaque && body.text() == null) {
            refuse(at + "/" + BODY, "a text in base64, since there is a contentType");
            return "";
        }
        return opaque && body.text() != null ? body.text() : body.json();
    }
}
