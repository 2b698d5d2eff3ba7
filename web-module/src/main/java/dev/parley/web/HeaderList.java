package dev.parley.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes apart the lists that header fields hold. */
final class HeaderList {

    private HeaderList() {}

    /** All lines of a field as one list (RFC 9110, 5.3), without empty elements. */
    static List<String> elements(@Nullable List<String> lines) {
        return lines == null ? List.of() : split(String.join(",", lines), ',');
    }

    /** The text between the separators that are not within a quoted string; stripped, empty ones left out. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
                add(parts, text.substring(start, i));
                start = i + 1;
            }
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }
}
