package dev.parley.engine.journal;

import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Patterns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Finds the patterns: every bean that is one. */
@ApplicationScoped
class KnownPatterns {

    @Produces
    @Singleton
    Patterns patterns(@Any Instance<ConversationPattern<?>> patterns) {
        return new Patterns(patterns.stream().toList());
    }
}
