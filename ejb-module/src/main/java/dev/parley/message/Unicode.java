package dev.parley.message;

/**
 * Text as every protocol and database can carry it. Characters beyond the first 65,536 are two halves in Java
 * (surrogates); half of one that stands alone is no character: UTF-8 cannot write it, so it would be something else
 * elsewhere.
 */
public final class Unicode {

    private static final int ESCAPE = "\\u0000".length();

    private Unicode() {}

    /** True if half of a character stands alone in a text. */
    public static boolean isTorn(String text) {
        return half(text) >= 0;
    }

    private static int half(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!isPair(text, at)) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static boolean isPair(CharSequence text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** The place of half a character in JSON text, where it may be escaped as well; -1 if there is none. */
    static int halfInJson(String json) {
        int at = 0;
        while (at < json.length()) {
            int width = json.charAt(at) == '\\' ? escapeWidth(json, at) : width(json, at);
            if (width == 0) {
                return at;
            }
            at += width;
        }
        return -1;
    }

    /** How many of Java's characters the one there has; 0 for half of one. */
    private static int width(CharSequence text, int at) {
        if (!Character.isSurrogate(text.charAt(at))) {
            return 1;
        }
        return isPair(text, at) ? 2 : 0;
    }

    private static int escapeWidth(String json, int at) {
        int unit = escaped(json, at);
        if (unit < 0) {
            return 2; // of another character, or of none: that is for the parser to say
        }
        if (!Character.isSurrogate((char) unit)) {
            return ESCAPE;
        }
        int next = escaped(json, at + ESCAPE);
        return next >= 0 && Character.isSurrogatePair((char) unit, (char) next) ? 2 * ESCAPE : 0;
    }

    private static int escaped(String json, int at) {
        if (!json.startsWith("\\u", at) || at + ESCAPE > json.length()) {
            return -1;
        }
        try {
            return Integer.parseInt(json, at + 2, at + ESCAPE, 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The text, with the replacement character for each half that stands alone. */
    public static String whole(String text) {
        int half = half(text);
        if (half < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (int at = half; at < whole.length(); at++) {
            int width = width(text, at);
            if (width == 0) {
                whole.setCharAt(at, '\ufffd');
            } else {
                at += width - 1;
            }
        }
        return whole.toString();
    }

    /** The beginning of a text, at most that long, and not with half of a character. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean cutsOne = most > 0 && isPair(text, most - 1);
        return text.substring(0, cutsOne ? most - 1 : most);
    }
}
