package dev.parley.topic.subscription;

import dev.parley.topic.webhook.CallOutcome;
import java.util.Map;

/** What came of deliveries of which it was not known at first. */
public interface Settlements {

    /**
     * Notes what came of them, in a transaction of its own. What is not held any more is left out.
     *
     * @param outcomes by the numbers of the events
     */
    void settle(String subscription, Map<Long, CallOutcome> outcomes);
}
