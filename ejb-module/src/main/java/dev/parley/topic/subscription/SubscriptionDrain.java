package dev.parley.topic.subscription;

import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The drain of topics: subscriptions take turns, several of them in one transaction. */
public final class SubscriptionDrain {

    private final SubscriptionLog log;
    private final Map<Address.Kind, EventDelivery> deliveries;
    private final Consumer<Outgoing> post;
    private final int most;

    /**
     * @param deliveries delivers to addresses of a kind
     * @param post sends if the transaction commits
     * @param most how many events a subscription gets in one turn at most
     */
    public SubscriptionDrain(
            SubscriptionLog log, Map<Address.Kind, EventDelivery> deliveries, Consumer<Outgoing> post, int most) {
        this.log = log;
        this.deliveries = Map.copyOf(deliveries);
        this.post = post;
        this.most = most;
    }

    /**
     * Gives each of some subscriptions that have something to do one turn. There may be more to do unless there are
     * none.
     *
     * @return how many
     */
    public int run(int subscriptions) {
        return serve(log.claim(subscriptions));
    }

    /** Gives each of some subscriptions one turn, but for those that somebody else serves; how many they are. */
    public int run(List<String> names) {
        return serve(log.claim(names));
    }

    private int serve(List<SubscriptionState> claimed) {
        for (SubscriptionState standing : claimed) {
            Address.Kind kind = standing.subscription().definition().to().kind();
            EventDelivery delivery = Objects.requireNonNull(deliveries.get(kind), kind::toString);
            new SubscriptionTurn(log, delivery, post, most, standing).take();
        }
        return claimed.size();
    }
}
