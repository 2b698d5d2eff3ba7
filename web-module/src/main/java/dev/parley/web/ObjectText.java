package dev.parley.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The writer of a JSON object as text, for answers that are given often: there is no tree, and what is JSON text
 * already goes in as it is. Members that are null are left out. Why by hand: ADR 0022.
 */
public final class ObjectText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text;

    private ObjectText(StringBuilder text) {
        this.text = text;
    }

    /** An object without members yet. */
    public static ObjectText start() {
        return new ObjectText(new StringBuilder(256).append('{'));
    }

    /** A text; left out if it is null. */
    public ObjectText add(String name, @Nullable String value) {
        if (value != null) {
            member(name);
            quote(value);
        }
        return this;
    }

    /** A number. */
    public ObjectText add(String name, long value) {
        member(name).append(value);
        return this;
    }

    /** A time in UTC, always with milliseconds. */
    public ObjectText add(String name, Instant time) {
        // Nothing in it has to be escaped
        member(name).append('"').append(JsonValues.time(time)).append('"');
        return this;
    }

    /** A value that is JSON text. */
    public ObjectText addJson(String name, String json) {
        member(name).append(json);
        return this;
    }

    /** An array of values that are JSON text. */
    public ObjectText addAllJson(String name, List<String> values) {
        member(name).append('[').append(String.join(",", values)).append(']');
        return this;
    }

    /** An array of texts. */
    public ObjectText addTexts(String name, List<String> values) {
        member(name).append('[');
        for (String value : values) {
            separate();
            quote(value);
        }
        text.append(']');
        return this;
    }

    /** An array of objects. */
    public <T> ObjectText addObjects(String name, List<T> values, BiConsumer<ObjectText, T> members) {
        member(name).append('[');
        for (T value : values) {
            separate();
            text.append('{');
            members.accept(this, value);
            text.append('}');
        }
        text.append(']');
        return this;
    }

    /** The whole object, in UTF-8. */
    public byte[] end() {
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder member(String name) {
        separate();
        return text.append('"').append(name).append("\":");
    }

    private void separate() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[') {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || isLone(value, i)) {
                escape(c);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** True if it is half of a character without the other half: UTF-8 has nothing for it. */
    private static boolean isLone(String value, int at) {
        char c = value.charAt(at);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX[(c >> shift) & 0xf]);
        }
    }
}
