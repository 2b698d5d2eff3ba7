package dev.parley.slip.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.parley.definition.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a JSON value that is signed, whatever the order of its members and the spaces between them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical form of a value, in UTF-8.
     *
     * @throws IllegalArgumentException if it has a number that it cannot have; {@link #misfit} says where
     */
    public static byte[] bytes(JsonNode json) {
        String misfit = misfit(json);
        if (misfit != null) {
            throw new IllegalArgumentException("The number at '" + misfit + "' has no canonical form");
        }
        try {
            // Only an object or an array can be given to it
            return new JsonCanonicalizer("[" + json + "]").getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pointer to the first number that a double does not have, and of which digits would not be signed; null for
     * none.
     */
    public static @Nullable String misfit(JsonNode json) {
        return misfit(json, "");
    }

    private static @Nullable String misfit(JsonNode json, String at) {
        if (json.getNodeType() == JsonNodeType.NUMBER) {
            return isExact(json.decimalValue()) ? null : at;
        }
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                String found = misfit(json.get(i), at + "/" + i);
                if (found != null) {
                    return found;
                }
            }
        }
        for (var member : json.properties()) {
            String found = misfit(member.getValue(), Fields.pointer(at, member.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a double is written as is the same number. */
    private static boolean isExact(BigDecimal number) {
        double nearest = number.doubleValue();
        return !Double.isInfinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }
}
