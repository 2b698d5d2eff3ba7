package dev.parley.engine.gateway;

import dev.parley.engine.commit.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The publishing of what code in the EAR says that has happened. */
public interface EventPublishing {

    /**
     * Publishes an event within the current transaction, or in one of its own if there is none.
     *
     * @param sender who publishes, whose ids these are
     * @param messageId the id of the event; null to have one made
     * @param hops how many operations called each other until then
     * @param body JSON text
     * @return the id of the event
     * @throws dev.parley.message.Refusal if it is refused; nothing is published then
     */
    String publish(String topic, String sender, @Nullable String messageId, int hops, String body);

    /**
     * Publishes an event within the current transaction, of which something comes back whatever the exchange of its
     * topic.
     *
     * @return who is asked, or why it is refused
     */
    Result<List<String>> solicit(Solicitation event);
}
