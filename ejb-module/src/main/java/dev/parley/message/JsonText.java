package dev.parley.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a text that nobody has looked at yet. Members that are null are left out: to JSON-B they are the same.
 */
public final class JsonText {

    /** How deep objects and arrays may be in each other. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_NUMBER_LENGTH = 100;
    /** Covers every double; a larger exponent costs its value in memory as soon as somebody writes the number out. */
    private static final int MAX_EXPONENT = 400;

    private static final String EXPONENT = "A number has an exponent beyond " + MAX_EXPONENT + ".";

    private static final ObjectReader READER = reader(MAX_DEPTH);
    private static final ObjectReader EXACT_READER = READER.with(JsonNodeFeature.READ_NULL_PROPERTIES);
    private static final ObjectReader ANY_DEPTH = reader(Integer.MAX_VALUE);

    private JsonText() {}

    /**
     * The one JSON value that the text is.
     *
     * @throws Refusal {@code body-not-json}, with line and column, if it is not one, has a member twice, is too deep,
     *     or has half of a character
     */
    public static JsonNode parse(String body) {
        return parse(body, READER);
    }

    /**
     * The same with the members that are null.
     *
     * @throws Refusal as {@link #parse}
     */
    public static JsonNode parseExactly(String body) {
        return parse(body, EXACT_READER);
    }

    /**
     * True if both are the same JSON: their canonical forms (RFC 8785) are equal, and so are their numbers with all
     * digits, of which that form has only those of a double. Members that are null count. A text that is no JSON is the
     * same as none but itself.
     */
    public static boolean same(String one, String other) {
        try {
            return one.equals(other) || parseExactly(one).equals(JsonText::compare, parseExactly(other));
        } catch (Refusal e) {
            return one.isBlank() && other.isBlank();
        }
    }

    /** Zero if the two are the same; arrays and objects are compared by their members. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /**
     * The way in which something is made of a JSON value while it is read; the parser is at its first token, and is to
     * be left at its last.
     */
    @FunctionalInterface
    public interface Walk<T> {
        /** The value that is made of it. */
        T along(JsonParser parser) throws IOException;
    }

    /**
     * Reads the one JSON value that the text is without making a tree of it. How large the numbers are that are passed
     * over is not looked at.
     *
     * @throws Refusal as {@link #parse}
     */
    public static <T> T walk(String body, Walk<T> walk) {
        return read(body, READER, parser -> {
            parser.nextToken();
            return walk.along(parser);
        });
    }

    /**
     * What can be read of a text that may be too deep.
     *
     * @param json the value, without what is too deep in it
     * @param deeper the pointer to the first of what is; null if nothing is
     */
    public record Cut(JsonNode json, @Nullable String deeper) {}

    /**
     * The same as {@link #parseExactly}, and of what is too deep as much as is not: whoever knows what the text should
     * be can say where it is too deep for that.
     *
     * @throws Refusal as {@link #parse}, but for the depth
     */
    public static Cut cut(String body) {
        Optional<String> deeper = read(body, ANY_DEPTH, JsonText::firstTooDeep);
        return deeper.isEmpty()
                ? new Cut(parseExactly(body), null)
                : new Cut(read(body, ANY_DEPTH, JsonText::shallow), deeper.get());
    }

    private static Optional<String> firstTooDeep(JsonParser parser) throws IOException {
        Optional<String> first = Optional.empty();
        int depth = 0;
        do {
            depth += deeperBy(parser.nextToken());
            if (first.isEmpty() && depth > MAX_DEPTH) {
                first = Optional.of(parser.getParsingContext().pathAsPointer().toString());
            }
        } while (depth > 0);
        return first;
    }

    private static int deeperBy(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    private static JsonNode shallow(JsonParser parser) throws IOException {
        try (TokenBuffer buffer = new TokenBuffer(parser)) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                if (token.isStructStart() && depth == MAX_DEPTH) {
                    parser.skipChildren();
                    buffer.writeNull();
                } else {
                    depth += deeperBy(token);
                    buffer.copyCurrentEvent(parser);
                }
            } while (depth > 0);
            return EXACT_READER.readTree(buffer.asParserOnFirstToken());
        }
    }

    private static JsonNode parse(String body, ObjectReader reader) {
        return read(body, reader, parser -> reader.<JsonNode>readTree(parser));
    }

    private static <T> T read(String body, ObjectReader reader, Walk<T> walk) {
        if (body.isBlank()) {
            throw notJson("The body is empty; send a JSON object.");
        }
        refuseHalves(body);
        try (JsonParser parser = reader.createParser(body)) {
            T value = walk.along(parser);
            if (parser.nextToken() != null) {
                throw notJson("Something follows the JSON value" + at(parser.currentTokenLocation()) + ".");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage() + at(e.getLocation()) + ".");
        } catch (NumberFormatException | ArithmeticException e) {
            // An exponent that not even a BigDecimal can have, which the parser says in exceptions of java.math
            throw notJson(EXPONENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cannot be written in UTF-8 would be something else in the journal, and over another protocol. */
    private static void refuseHalves(String body) {
        int half = Unicode.halfInJson(body);
        if (half >= 0) {
            String before = body.substring(0, half);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            throw notJson("There is half of a character, a surrogate without the other one, at line " + line
                    + ", column " + (half - before.lastIndexOf('\n')) + ".");
        }
    }

    private static Refusal notJson(String detail) {
        return new Refusal(CommonProblem.BODY_NOT_JSON.because(detail));
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ObjectReader reader(int maxDepth) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.READ_NULL_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .nodeFactory(new BoundedNumbers())
                .build()
                .readerFor(JsonNode.class);
    }

    private static final class BoundedNumbers extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal value) {
            if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
                throw notJson(EXPONENT);
            }
            return super.numberNode(value);
        }
    }
}
