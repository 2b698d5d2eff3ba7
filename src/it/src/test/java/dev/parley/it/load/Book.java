package dev.parley.it.load;

import dev.parley.it.client.HttpAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What requesters saw, written down while they see it. */
final class Book {

    private final Map<String, String> requesters = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Evidence.Reply> replies = new ConcurrentLinkedQueue<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    private final Map<String, Set<String>> provided = new ConcurrentHashMap<>();
    private final AtomicInteger timesProvided = new AtomicInteger();

    private final Set<String> oddAnswers = ConcurrentHashMap.newKeySet();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unavailable = new AtomicInteger();

    /** Before the first attempt. */
    void asks(String requester, String id) {
        requesters.put(id, requester);
    }

    /** Somebody took responsibility for the request: the broker, an Ack, or a 202. */
    void acknowledged(String id) {
        acknowledged.add(id);
    }

    void replied(String requester, String id, String text) {
        replies.add(new Evidence.Reply(requester, id, text));
        answered.add(id);
    }

    /** A provider outside of the EAR was asked for what that request asks for. */
    void provides(String id, String messageId) {
        provided.computeIfAbsent(id, i -> ConcurrentHashMap.newKeySet()).add(messageId);
        timesProvided.incrementAndGet();
    }

    /** How often a provider was asked, repeated attempts too. */
    int timesProvided() {
        return timesProvided.get();
    }

    /** Something else than an answer was sent over HTTP. */
    void refused(HttpAnswer answer) {
        if (answer.status() == 503 && answer.header("Retry-After").isPresent()) {
            unavailable.incrementAndGet();
        } else {
            oddAnswers.add(answer.toString());
        }
    }

    /** Instead of an acknowledged conversation something else was sent over HTTP. */
    void notShown(String conversation, HttpAnswer answer) {
        if (answer.status() == 404 && answer.toString().contains("urn:parley:fault:conversation-unknown")) {
            hidden.add(conversation);
        } else {
            refused(answer);
        }
    }

    /**
     * Acknowledged conversations of which it was said that there are none: a database that died between the two phases
     * of their commit holds the rows back until recovery.
     */
    Set<String> hidden() {
        return hidden;
    }

    /** How often somebody was told to come again. */
    int unavailable() {
        return unavailable.get();
    }

    /** What over HTTP was neither an answer nor a 503 with Retry-After. */
    Set<String> oddAnswers() {
        return oddAnswers;
    }

    int countAnswered() {
        return answered.size();
    }

    boolean isAcknowledged(String id) {
        return acknowledged.contains(id);
    }

    boolean isAnswered(String id) {
        return answered.contains(id);
    }

    /** All of it, with what is found in the server afterwards. */
    Evidence close(Map<String, Integer> effects, int inDoubt) {
        return close(List.of(effects), inDoubt);
    }

    /** The same, where a provider outside of the EAR was asked. */
    Evidence closeWithProvider(Map<String, Integer> effects, int inDoubt) {
        Map<String, Integer> asked = new HashMap<>();
        provided.forEach((id, messages) -> asked.put(id, messages.size()));
        return close(List.of(effects, asked), inDoubt);
    }

    private Evidence close(List<Map<String, Integer>> traces, int inDoubt) {
        return new Evidence(
                Map.copyOf(requesters),
                Set.copyOf(acknowledged),
                List.copyOf(new ArrayList<>(replies)),
                traces,
                inDoubt);
    }
}
