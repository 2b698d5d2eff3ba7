package dev.parley.web;

import dev.parley.conversation.ConversationView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a client has already.
 *
 * @param tags the opaque tags, as quoted in the header; {@code *} for any
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match">RFC 9110, If-None-Match</a>
 */
public record IfNoneMatch(Set<String> tags) {

    public IfNoneMatch {
        tags = Set.copyOf(tags);
    }

    /** Reads the lines of the header; null if there are none. */
    public static IfNoneMatch of(@Nullable List<String> lines) {
        // Weak comparison: a weak tag counts like a strong one
        return new IfNoneMatch(HeaderList.elements(lines).stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .collect(Collectors.toSet()));
    }

    /** True if the client has it as it stands. */
    public boolean has(ConversationView view) {
        return tags.contains("*") || tags.contains("\"" + view.conversation().version() + "\"");
    }

    /** True if the client has any version. */
    public boolean given() {
        return !tags.isEmpty();
    }
}
