package dev.parley.topic.engine;

import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.EventPublishing;
import dev.parley.engine.gateway.Solicitation;
import dev.parley.message.Caller;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.EventDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes for code in the EAR, which may publish to every topic. */
@ApplicationScoped
class DirectPublishing implements EventPublishing {

    private static final String CONVERSATION = "conversation:";
    private static final Caller APPLICATION = new Caller("application", true);

    @Inject
    Publisher publisher;

    @Inject
    Transactions transactions;

    @Override
    public String publish(String topic, String sender, @Nullable String messageId, int hops, String body) {
        Publication publication = new Publication(
                topic,
                EventDraft.of(messageId, body),
                sender,
                APPLICATION,
                false,
                hops,
                AnswersWanted.AS_THE_TOPIC_SAYS);
        return transactions
                .inCurrent(() -> publisher.here(List.of(publication)).get(0))
                .orThrow()
                .messageId();
    }

    /** What conversations of Parley ask for was defined by operators. */
    @Override
    public Result<List<String>> solicit(Solicitation event) {
        Publication publication = new Publication(
                event.topic(),
                EventDraft.of(event.conversationId(), event.body()),
                event.sender(),
                caller(event.sender(), event.user()),
                false,
                event.hops(),
                AnswersWanted.AS_THE_TOPIC_SAYS);
        Asked asked = new Asked(event.conversationId(), event.ticket(), event.until());
        return transactions.inCurrent(() -> publisher.solicit(publication, asked));
    }

    static @Nullable Caller caller(String sender, @Nullable String user) {
        if (sender.startsWith(CONVERSATION)) {
            return APPLICATION;
        }
        return user == null ? null : new Caller(user, false);
    }
}
