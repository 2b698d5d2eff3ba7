package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A choice of conversations to list, newest first.
 *
 * @param status only these; null for any
 * @param operation only these; null for any
 * @param after the cursor that the page before gave; null for the first page
 * @param limit how many at most, 1 to 200
 */
public record ConversationQuery(
        @Nullable Status status, @Nullable String operation, @Nullable String after, int limit) {}
