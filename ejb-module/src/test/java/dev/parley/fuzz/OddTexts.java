package dev.parley.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts as nobody should send them, the same ones for the same seed: some made up, most of them good ones that were
 * spoilt.
 */
final class OddTexts {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*+\"|-?[0-9][0-9.eE+-]*|true|false|null");

    private static final List<String> NUMBERS = List.of(
            "1e2147483647",
            "1e2147483648",
            "-1.5E-2147483649",
            "1e99999999999999999999",
            "1e400",
            "1e-400",
            "9".repeat(100),
            "9".repeat(101),
            "0." + "1".repeat(99),
            "-0",
            "-0.0e-0",
            "9223372036854775808",
            "2147483648",
            "1e0",
            "01",
            "-",
            ".5",
            "NaN",
            "-Infinity");

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\\uffff",
            "a".repeat(300),
            "x".repeat(70_000),
            "PT0S",
            "-PT1S",
            "PT9223372036854775807S",
            "PT1E5S",
            "P106751991167300DT0.999999999S",
            "queue:",
            "queue:parley.work",
            "queue:reply.a::b",
            "mailbox:..",
            "temporary:x",
            "operation:x",
            "conversation:x",
            "reply.alice",
            "none",
            "#",
            "#/",
            "#/~2",
            "#/$defs/a",
            "#/properties/x%00",
            "(a+)+$",
            "(?<",
            "[\\\\p{",
            "a{2147483648}",
            "\\\\ud800",
            "uuid",
            "date-time",
            "regex",
            "2026-13-45T99:99:99Z",
            "+1000000000-01-01T00:00:00Z",
            "../..",
            "%2e%2e",
            "text/html; charset=\\\"",
            "W/\\\"1\\\"",
            "\\n\\r\\tX: y",
            "$",
            "$version",
            "/variables/~3",
            "/steps/~1/reply",
            "quorum:0",
            "quorum:99999",
            "idle:-PT1S",
            "operation:\\u0000",
            "sequence:-1",
            "sequence:99999999999999999999",
            "https://127.1/",
            "http://[::1",
            "https://a:99999/");

    private static final List<String> KEYS = List.of(
            "$ref",
            "allOf",
            "anyOf",
            "not",
            "if",
            "properties",
            "items",
            "prefixItems",
            "required",
            "enum",
            "const",
            "format",
            "pattern",
            "patternProperties",
            "dependentSchemas",
            "dependentRequired",
            "maximum",
            "multipleOf",
            "minLength",
            "maxItems",
            "uniqueItems",
            "contains",
            "propertyNames",
            "unevaluatedProperties",
            "type",
            "provider",
            "queue",
            "mailbox",
            "pool",
            "bean",
            "schema",
            "retry",
            "timeout",
            "body",
            "messages",
            "steps",
            "attributes",
            "compensation",
            "forEach",
            "parallel",
            "choose",
            "onFault",
            "itinerary",
            "variables",
            "$",
            "title");

    private final Random random;

    OddTexts(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Whether, once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A number of milliseconds as a clock could say it that is wrong. */
    long time() {
        return oneOf(List.of(
                0L,
                1L,
                -1L,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                Long.MAX_VALUE,
                1_800_000_000_000L,
                random.nextLong()));
    }

    /** The value of a header; what is escaped in JSON is not here. */
    String word() {
        String word = once(4) ? oneOf(NUMBERS) : oneOf(WORDS);
        return word.replace("\\u0000", "\0")
                .replace("\\ud800", "\ud800")
                .replace("\\udc00", "\udc00")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    /** One of these texts, spoilt. */
    String spoilt(List<String> good) {
        String text = once(8) ? json(0) : oneOf(good);
        for (int times = random.nextInt(4); times > 0; times--) {
            text = spoilt(text);
        }
        return text;
    }

    private String spoilt(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> cut(text);
            case 1 -> insert(text, String.valueOf((char) random.nextInt(0x180)));
            case 2 -> insert(text, oneOf(List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "/*", "\0", "\ud800")));
            case 3 -> doubled(text);
            case 4 -> deep(text);
            default -> replaced(text);
        };
    }

    private String cut(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + random.nextInt(8));
        return text.substring(0, from) + text.substring(to);
    }

    private String insert(String text, String what) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }

    private String doubled(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        return text.length() > 200_000 ? text : text.substring(0, to) + text.substring(from);
    }

    private String deep(String text) {
        int levels = oneOf(List.of(2, 150, 199, 200, 201, 5000));
        return once(2)
                ? "[".repeat(levels) + text + "]".repeat(levels)
                : replaced(text, "{\"items\":".repeat(levels) + "{}" + "}".repeat(levels));
    }

    private String replaced(String text) {
        return replaced(text, json(2));
    }

    private String replaced(String text, String what) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return what;
        }
        MatchResult token = oneOf(tokens);
        return text.substring(0, token.start()) + what + text.substring(token.end());
    }

    /** JSON, or nearly so. */
    private String json(int depth) {
        int kind = random.nextInt(depth > 4 ? 6 : 9);
        return switch (kind) {
            case 0 -> oneOf(NUMBERS);
            case 1 -> oneOf(List.of("true", "false", "null", "undefined", ""));
            case 2, 3 -> "\"" + oneOf(WORDS) + "\"";
            case 4 -> "\"" + oneOf(KEYS) + "\"";
            case 5 -> String.valueOf(random.nextInt(3));
            case 6 -> "[" + String.join(",", several(depth)) + "]";
            default -> object(depth);
        };
    }

    private List<String> several(int depth) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(json(depth + 1));
        }
        return values;
    }

    private String object(int depth) {
        List<String> members = new ArrayList<>();
        for (String value : several(depth)) {
            members.add("\"" + oneOf(once(4) ? WORDS : KEYS) + "\":" + value);
        }
        return "{" + String.join(",", members) + "}";
    }
}
