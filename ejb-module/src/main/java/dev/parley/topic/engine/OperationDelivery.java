package dev.parley.topic.engine;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.gathering.GatheringKey;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.run.CheckedRequest;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.RequestAcceptor;
import dev.parley.engine.run.RequestCheck;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.EventDelivery;
import dev.parley.topic.subscription.GatheringAnswers;
import dev.parley.topic.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events to operations, whoever provides them: each becomes one request, to which nobody waits for an answer
 * unless one is gathered, accepted with the transaction that notes it. Events of one key are one message group. An
 * operation that is known to be quick runs in that transaction if its answer is gathered: so those of all subscribers
 * come with one commit, and do not wait for each other.
 */
@ApplicationScoped
class OperationDelivery {

    @Inject
    Directory directory;

    @Inject
    RequestCheck check;

    @Inject
    RequestAcceptor acceptor;

    @Inject
    RequestLimits limits;

    /**
     * The delivery within a unit of work, which gives the answers that come of it when it is done.
     *
     * @param begun when this node began to deliver
     */
    EventDelivery within(UnitOfWork unit, RunsAtOnce runs, Instant begun) {
        return new Within(unit, runs, begun);
    }

    private final class Within implements EventDelivery {

        private final UnitOfWork unit;
        private final RunsAtOnce runs;
        private final Instant begun;

        Within(UnitOfWork unit, RunsAtOnce runs, Instant begun) {
            this.unit = unit;
            this.runs = runs;
            this.begun = begun;
        }

        @Override
        public Address.Kind kind() {
            return Address.Kind.OPERATION;
        }

        @Override
        public boolean mayRefuse() {
            return true;
        }

        @Override
        public List<@Nullable Problem> deliver(
                Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
            OperationResolution operation =
                    directory.find(subscription.definition().to().name()).orElse(null);
            List<@Nullable Problem> problems = new ArrayList<>();
            List<PendingRequest> requests = new ArrayList<>();
            for (StoredEvent event : events) {
                try {
                    CheckedRequest checked = check.check(envelope(event, subscription), operation);
                    requests.add(acceptor.pending(checked, group(event, subscription), runsAtOnce(event, checked)));
                    problems.add(null);
                } catch (Refusal refusal) {
                    problems.add(refusal.problem());
                }
            }
            if (!requests.isEmpty()) {
                requireAll(acceptor.acceptWithin(unit, requests));
            }
            return problems;
        }

        /**
         * Only where somebody waits for the answer. What was published before this node began to deliver may have been
         * tried before, and have ended the process: then it is left for later, where its attempts are counted.
         */
        private boolean runsAtOnce(StoredEvent event, CheckedRequest request) {
            return event.key() == null
                    && event.publishedAt().isAfter(begun)
                    && request.envelope().exchange() == MessageExchangePattern.IN_OUT
                    && acceptor.quick(request.operation().name())
                            .filter(runs::takes)
                            .isPresent();
        }
    }

    private static @Nullable String group(StoredEvent event, Subscription subscription) {
        return event.key() == null ? null : subscription.name() + "/" + event.key();
    }

    private static void requireAll(List<@Nullable Problem> refused) {
        for (Problem problem : refused) {
            if (problem != null) {
                throw new IllegalStateException("A request with an id of its own was refused: " + problem);
            }
        }
    }

    /** What is delivered again is another request: that it was looked at once stands with the subscription. */
    private Envelope envelope(StoredEvent event, Subscription subscription) {
        Asked asked = event.asked(acceptor.now());
        return new Envelope(
                subscription.definition().to().name(),
                event.body(),
                asked == null ? MessageExchangePattern.IN_ONLY : MessageExchangePattern.IN_OUT,
                "subscription:" + subscription.name(),
                subscription.owner(),
                acceptor.newId(),
                event.messageId(),
                asked == null ? null : GatheringAnswers.to(asked),
                null,
                false,
                asked == null ? null : GatheringKey.from(subscription.label()),
                null,
                asked == null ? acceptor.now().plus(limits.defaultDeadline()) : asked.until(),
                event.hops() + 1);
    }
}
