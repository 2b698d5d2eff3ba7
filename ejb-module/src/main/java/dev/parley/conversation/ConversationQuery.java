package dev.parley.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A choice of conversations to list, newest first.
 *
 * @param status only these; null for any
 * @param pattern only these; null for any
 * @param operation only these; null for any
 * @param attributes only those that have all of them, with these values
 * @param marks only those that have all of these marks
 * @param sender only whose message ids are this participant's; null for any
 * @param failing only those that go on, and whose operation failed last; false for any
 * @param overdue only those that go on, and with which something is due that has not been done; false for any
 * @param older only those that began at least so long ago; null for any
 * @param after the cursor that the page before gave; null for the first page
 * @param limit how many at most, 1 to 200
 */
public record ConversationQuery(
        @Nullable Status status,
        @Nullable String pattern,
        @Nullable String operation,
        Map<String, String> attributes,
        Set<String> marks,
        @Nullable String sender,
        boolean failing,
        boolean overdue,
        @Nullable Duration older,
        @Nullable String after,
        int limit) {

    public ConversationQuery {
        attributes = Map.copyOf(attributes);
        marks = Set.copyOf(marks);
    }

    /** A choice by status and operation alone. */
    public ConversationQuery(@Nullable Status status, @Nullable String operation, @Nullable String after, int limit) {
        this(status, null, operation, Map.of(), Set.of(), null, false, false, null, after, limit);
    }
}
