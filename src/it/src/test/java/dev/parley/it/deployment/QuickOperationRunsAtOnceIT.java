package dev.parley.it.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Submission;
import dev.parley.engine.journal.Conversations;
import dev.parley.exchange.Requests;
import dev.parley.it.deployment.greetings.Doorbell;
import dev.parley.it.deployment.greetings.Visitor;
import dev.parley.it.share.InShares;
import dev.parley.message.Caller;
import dev.parley.topic.Topics;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.EventDraft;
import dev.parley.topic.event.Events;
import dev.parley.topic.event.Published;
import dev.parley.topic.subscription.Subscriptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs in the server. An operation that is known to be quick has run when its request is acknowledged. */
@ExtendWith(ArquillianExtension.class)
@InShares(seconds = 45)
class QuickOperationRunsAtOnceIT {

    private static final Caller ALICE = new Caller("alice", false);
    private static final int UNTIL_IT_IS_KNOWN = 200;
    private static final int NEIGHBOURS = 20;

    @Inject
    private Requests requests;

    @Inject
    private Conversations conversations;

    @Inject
    private Topics topics;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Events events;

    @Inject
    private Visitor visitor;

    @Deployment
    static EnterpriseArchive parley() {
        EnterpriseArchive ear = ParleyEar.add(
                ParleyEar.as("parley-with-doorbell.ear"), ParleyEar.operations(Doorbell.class, Visitor.class));
        return ParleyEar.add(ear, Testable.archiveToTest(ParleyEar.tests(QuickOperationRunsAtOnceIT.class)));
    }

    @Test
    void itHasEndedWhenItIsAcknowledgedAndNobodyIsItsCaller() throws Exception {
        ConversationView accepted = acceptUntilOneHasRun("ring");
        ConversationView ended = conversations.get(accepted.conversation().id(), ALICE);

        assertEquals(Status.ACCEPTED, accepted.conversation().status());
        assertEquals(Status.SUCCEEDED, ended.conversation().status());
        assertTrue(
                ended.conversation().version() > accepted.conversation().version(),
                "Whoever has seen the acknowledgment cannot see that it has ended");
        assertTrue(String.valueOf(ended.reply()).contains("nobody"), ended.reply());
    }

    @Test
    void oneThatFailsIsAcceptedAllTheSame() throws Exception {
        acceptUntilOneHasRun("tap");

        ConversationView accepted = accepted(ask("tap", "once-" + UUID.randomUUID()));

        assertEquals(Status.ACCEPTED, accepted.conversation().status());
        assertEquals(Status.SUCCEEDED, ended(accepted).conversation().status());
    }

    @Test
    void oneThatFailsHarmsNoNeighbour() throws Exception {
        acceptUntilOneHasRun("knock");
        List<CompletionStage<ConversationView>> stages = new ArrayList<>();
        for (int i = 0; i < NEIGHBOURS; i++) {
            stages.add(ask("knock", i == NEIGHBOURS / 2 ? "once-" + UUID.randomUUID() : "Ada"));
        }

        for (CompletionStage<ConversationView> stage : stages) {
            ConversationView accepted = accepted(stage);
            assertEquals(Status.ACCEPTED, accepted.conversation().status());
            assertEquals(Status.SUCCEEDED, ended(accepted).conversation().status());
        }
    }

    /** It runs with the delivery to all, which is done again without it: then it is asked in another conversation. */
    @Test
    void oneThatFailsWhenAnEventIsDeliveredHarmsNoNeighbour() throws Exception {
        topics.define("doors", "{\"exchange\": \"out-in\"}", version -> true, ALICE);
        for (String operation : List.of("ring", "buzz")) {
            String definition = "{\"to\": \"operation:" + operation + "\"}";
            subscriptions.define("doors/" + operation, definition, version -> true, ALICE);
            acceptUntilOneHasRun(operation);
        }
        Doorbell.BUZZED.clear();

        EventDraft event = EventDraft.of(null, "{\"name\": \"once-" + UUID.randomUUID() + "\"}");
        Published published = events.publish("doors", event, AnswersWanted.AS_THE_TOPIC_SAYS, ALICE)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        ConversationView end = ended(String.valueOf(published.conversationId()));
        assertEquals(Status.SUCCEEDED, end.conversation().status());
        assertTrue(String.valueOf(end.reply()).contains("nobody"), end.reply());
        assertTrue(String.valueOf(end.reply()).contains("Come in"), end.reply());
        assertEquals(2, Set.copyOf(Doorbell.BUZZED).size(), "It ran with the delivery, and then by itself");
    }

    /** The first run is alone, and the next ones may take longer than usual: classes are loaded, code is compiled. */
    private ConversationView acceptUntilOneHasRun(String operation) throws Exception {
        for (int i = 0; i < UNTIL_IT_IS_KNOWN; i++) {
            ConversationView accepted = accepted(ask(operation, "Ada"));
            if (conversations
                    .get(accepted.conversation().id(), ALICE)
                    .conversation()
                    .status()
                    .isFinal()) {
                return accepted;
            }
            ended(accepted);
        }
        throw new AssertionError("The operation never ran before the acknowledgment");
    }

    private CompletionStage<ConversationView> ask(String operation, String name) {
        Submission submission =
                new Submission(ALICE, operation, "{\"name\": \"" + name + "\"}", null, null, null, null, null);
        return visitor.does(() -> requests.accept(submission));
    }

    private static ConversationView accepted(CompletionStage<ConversationView> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private ConversationView ended(ConversationView accepted) throws Exception {
        return ended(accepted.conversation().id());
    }

    private ConversationView ended(String id) throws Exception {
        return conversations
                .awaitFinal(id, ALICE, Duration.ofSeconds(20))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}
