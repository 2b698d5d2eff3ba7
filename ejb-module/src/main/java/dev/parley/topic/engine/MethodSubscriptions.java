package dev.parley.topic.engine;

import dev.parley.directory.MethodSubscription;
import dev.parley.directory.Operations;
import dev.parley.engine.commit.Opening;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.topic.subscription.Start;
import dev.parley.topic.subscription.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Makes the subscriptions that methods ask for: those of topics that are there at deployment, the others when their
 * topic is defined. What is there already stays as it is.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MethodSubscriptions {

    private static final Logger LOG = System.getLogger(MethodSubscriptions.class.getName());
    private static final Caller APPLICATION = new Caller("application", true);

    @Inject
    Operations operations;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Opening opening;

    /**
     * A topic that was defined.
     *
     * @param name its name
     */
    public record TopicDefined(String name) {}

    @PostConstruct
    void start() {
        List<MethodSubscription> all = operations.subscriptions();
        for (MethodSubscription one : all) {
            if (Start.parse(one.from()).isEmpty()) {
                throw new IllegalStateException("@Subscribe of " + one.operation() + " begins from '" + one.from()
                        + "', write " + Start.EXPECTED);
            }
        }
        opening.whenOpen(() -> all.forEach(this::subscribe));
    }

    /** Subscribes to a topic that was defined just now. */
    public void defined(@Observes TopicDefined topic) {
        operations.subscriptions().stream()
                .filter(one -> one.topic().equals(topic.name()))
                .forEach(this::subscribe);
    }

    private void subscribe(MethodSubscription one) {
        String name = one.topic() + "/" + one.name();
        try {
            subscriptions.define(
                    name,
                    "{\"to\":\"operation:" + one.operation() + "\",\"from\":\"" + one.from() + "\"}",
                    version -> version == null,
                    APPLICATION);
        } catch (Refusal refusal) {
            LOG.log(Level.DEBUG, "Not subscribed to {0}: {1}", name, refusal.getMessage());
        }
    }
}
