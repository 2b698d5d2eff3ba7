package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.engine.call.LogContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class ConversationIsLoggedAboutTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void withItsIds() {
        Conversation conversation =
                Conversation.accepted(Patterns.EXCHANGE, Workbench.request("m1", "{}", false), "c1", NOW);
        List<Object> said = new ArrayList<>();

        LogContext.about(
                conversation,
                () -> said.addAll(List.of(MDC.get("conversationId"), MDC.get("messageId"), MDC.get("operation"))));

        assertThat(said).containsExactly("c1", "m1", conversation.operation());
        assertThat(MDC.get("conversationId")).isNull();
    }
}
