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
     * Gives each of some subscriptions that have something to do one turn.
     *
     * @return true if there may be more to do at once
     */
    public boolean run(int subscriptions) {
        List<Standing> claimed = log.claim(subscriptions);
        boolean more = claimed.size() == subscriptions;
        for (Standing standing : claimed) {
            Address.Kind kind = standing.subscription().definition().to().kind();
            EventDelivery delivery = Objects.requireNonNull(deliveries.get(kind), kind::toString);
            more |= new SubscriptionTurn(log, delivery, post, most, standing).take();
        }
        return more;
    }
}
