package dev.parley.web;

import dev.parley.definition.Precondition;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition that a client sets for the entry that it writes; compared with what is locked, in the transaction that
 * writes (ADR 0023).
 *
 * @param match tags of which the entry must have one, or {@code *} for any entry; null if it does not matter
 * @param noneMatch tags of which the entry must have none, or {@code *} for no entry
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, Preconditions</a>
 */
public record WriteCondition(@Nullable Set<String> match, Set<String> noneMatch) implements Precondition {

    /** Reads If-Match and If-None-Match. */
    public static WriteCondition of(HttpHeaders headers) {
        List<String> match = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        return new WriteCondition(
                match == null || match.isEmpty() ? null : Set.copyOf(HeaderList.elements(match)),
                IfNoneMatch.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH))
                        .tags());
    }

    @Override
    public boolean holds(@Nullable Long version) {
        return (match == null || has(match, version)) && !has(noneMatch, version);
    }

    private static boolean has(Set<String> tags, @Nullable Long version) {
        return version != null && (tags.contains("*") || tags.contains("\"" + version + "\""));
    }
}
