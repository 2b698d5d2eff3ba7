package dev.parley.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} of W3C Trace Context: to which trace of the sender's a message belongs. Where no spans are
 * recorded Parley hands on what it got, so that whoever is asked, and whoever is answered, knows where it came from.
 */
public final class TraceParent {

    /** The name of the property, and of the header field over HTTP. */
    public static final String NAME = "traceparent";

    /** Of version 00; what later ones add at the end is left off, as they say. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?=$|-)");

    private static final int LENGTH = 55;

    private TraceParent() {}

    /** The text if it is one; null if it is not, which is as if there were none. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null || text.length() < LENGTH || !FORM.matcher(text).lookingAt()) {
            return null;
        }
        boolean isOfThisVersion = text.startsWith("00");
        return isOfThisVersion && text.length() > LENGTH ? null : text.substring(0, LENGTH);
    }
}
