package dev.parley.engine.journal;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Patterns;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists conversations, newest first, page by page; a cursor says where a page ended, so that new ones do not shift the
 * next.
 */
final class ConversationListing {

    /** Databases have years that end long before those of Java. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Patterns patterns;
    private final Instant now;

    ConversationListing(EntityManager entities, Patterns patterns, Instant now) {
        this.entities = entities;
        this.patterns = patterns;
        this.now = now;
    }

    Page<Conversation> page(ConversationQuery query, Caller caller) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String conditions = String.join(" and ", conditions(query, caller, parameters));
        TypedQuery<ConversationRow> select = entities.createQuery(
                "select c from ConversationRow c"
                        + (conditions.isEmpty() ? "" : " where " + conditions)
                        + " order by c.createdAt desc, c.id desc",
                ConversationRow.class);
        parameters.forEach(select::setParameter);
        return Page.read(
                query.limit(),
                most -> select.setMaxResults(most).getResultList().stream()
                        .map(row -> row.toConversation(patterns))
                        .toList(),
                ConversationListing::cursor);
    }

    private List<String> conditions(ConversationQuery query, Caller caller, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (!caller.operator()) {
            conditions.add("c.owner = :owner");
            parameters.put("owner", caller.name());
        }
        if (query.status() != null) {
            conditions.add("c.status = :status");
            parameters.put("status", query.status());
        }
        if (query.pattern() != null) {
            conditions.add("c.pattern = :pattern");
            parameters.put("pattern", query.pattern());
        }
        if (query.operation() != null) {
            conditions.add("c.operation = :operation");
            parameters.put("operation", query.operation());
        }
        if (query.older() != null) {
            conditions.add("c.createdAt <= :older");
            parameters.put("older", now.minus(query.older()));
        }
        if (query.sender() != null) {
            conditions.add("c.sender = :sender");
            parameters.put("sender", query.sender());
        }
        trouble(query, conditions, parameters);
        attributes(query.attributes(), conditions, parameters);
        marks(query.marks(), conditions, parameters);
        if (query.after() != null) {
            conditions.add("(c.createdAt < :at or (c.createdAt = :at and c.id < :id))");
            after(query.after(), parameters);
        }
        return conditions;
    }

    private void trouble(ConversationQuery query, List<String> conditions, Map<String, Object> parameters) {
        if (query.failing()) {
            conditions.add("c.ended = false and c.lastFailure is not null");
        }
        if (query.overdue()) {
            // What could not be done was put off: then its deadline tells
            conditions.add("c.ended = false and (c.dueAt <= :now or c.expiresAt <= :now)");
            parameters.put("now", now);
        }
    }

    private static void attributes(
            Map<String, String> attributes, List<String> conditions, Map<String, Object> parameters) {
        int number = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            conditions.add("c.id in (select a.conversationId from AttributeRow a where a.name = :name" + number
                    + " and a.value = :value" + number + ")");
            parameters.put("name" + number, attribute.getKey());
            parameters.put("value" + number, attribute.getValue());
            number++;
        }
    }

    private static void marks(Set<String> marks, List<String> conditions, Map<String, Object> parameters) {
        int number = 0;
        for (String mark : marks) {
            conditions.add("c.id in (select a.conversationId from AttributeRow a where a.name = :mark" + number + ")");
            parameters.put("mark" + number, mark);
            number++;
        }
    }

    private static String cursor(Conversation last) {
        return last.createdAt() + "_" + last.id();
    }

    private static void after(String cursor, Map<String, Object> parameters) {
        int end = cursor.indexOf('_');
        String id = cursor.substring(end + 1);
        try {
            Instant at = Instant.parse(cursor.substring(0, Math.max(0, end)));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) || id.indexOf('\0') >= 0) {
                throw Page.notACursor();
            }
            parameters.put("at", at);
            parameters.put("id", id);
        } catch (DateTimeParseException e) {
            throw Page.notACursor();
        }
    }
}
