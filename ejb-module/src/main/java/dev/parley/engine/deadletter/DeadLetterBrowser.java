package dev.parley.engine.deadletter;

import dev.parley.engine.wire.AdapterMessages;
import dev.parley.engine.wire.Queues;
import dev.parley.message.Page;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at dead letters where they lie, without taking them. */
final class DeadLetterBrowser {

    /** The dead letters that are looked at for one answer. */
    static final int MOST = 10_000;

    private final Queues queues;
    private final DeadLetterReader reader;

    DeadLetterBrowser(Queues queues, DeadLetterReader reader) {
        this.queues = queues;
        this.reader = reader;
    }

    /** What is done with each dead letter. */
    @FunctionalInterface
    private interface Look {
        void at(DeadLetter letter);
    }

    DeadLetterList list(DeadLetterFilter filter, @Nullable String after, int limit) {
        Map<List<String>, DeadLetterGroup> groups = new LinkedHashMap<>();
        PageOfLetters page = new PageOfLetters(after, limit + 1);
        boolean whole = browse(null, letter -> {
            if (filter.takes(letter)) {
                DeadLetterGroup one = DeadLetterGroup.of(letter);
                groups.merge(List.of(String.valueOf(letter.operation()), letter.reason()), one, DeadLetterGroup::and);
                page.add(letter);
            }
        });
        List<DeadLetterGroup> largestFirst = groups.values().stream()
                .sorted(Comparator.comparingInt(DeadLetterGroup::count).reversed())
                .toList();
        return new DeadLetterList(largestFirst, Page.read(limit, most -> page.found(), DeadLetter::id), whole);
    }

    Optional<DeadLetter> find(String id) {
        List<DeadLetter> found = new ArrayList<>();
        browse(DeadLetterId.selector(id), found::add);
        return found.stream().findFirst();
    }

    /** True if all were looked at. */
    private boolean browse(@Nullable String selector, Look look) {
        try (JMSContext context = queues.open();
                QueueBrowser browser = selector == null
                        ? context.createBrowser(Queues.named(Queues.DEAD.name()))
                        : context.createBrowser(Queues.named(Queues.DEAD.name()), selector)) {
            Enumeration<?> messages = browser.getEnumeration();
            for (int i = 0; i < MOST && messages.hasMoreElements(); i++) {
                reader.read(AdapterMessages.inner((Message) messages.nextElement()))
                        .ifPresent(look::at);
            }
            return !messages.hasMoreElements();
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    /** The letters behind a cursor, which is the id of one of them. */
    private static final class PageOfLetters {

        private final int most;
        private final List<DeadLetter> found = new ArrayList<>();
        private @Nullable String before;

        PageOfLetters(@Nullable String after, int most) {
            this.before = after;
            this.most = most;
        }

        void add(DeadLetter letter) {
            if (before != null) {
                before = letter.id().equals(before) ? null : before;
            } else if (found.size() < most) {
                found.add(letter);
            }
        }

        List<DeadLetter> found() {
            if (before != null) {
                throw Page.notACursor();
            }
            return found;
        }
    }
}
