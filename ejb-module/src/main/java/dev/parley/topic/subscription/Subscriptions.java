package dev.parley.topic.subscription;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of topics. Whoever made one, whoever runs its topic, and operators see it and change it; to others
 * it is not there: {@code subscription-unknown} 404. Names are those of the topic and of the subscription in it, with a
 * slash between them. These methods block: they ask the database.
 */
public interface Subscriptions {

    /**
     * Makes a subscription, or changes one. With which event it begins holds when it is made.
     *
     * @param definition JSON text, see {@link SubscriptionDefinitionReader}
     * @throws Refusal {@code body-not-json}, {@code body-invalid} or {@code address-refused} 400,
     *     {@code subscriber-refused} 403, {@code topic-unknown} or {@code subscription-unknown} 404,
     *     {@code subscriptions-too-many} 409, {@code precondition-failed} 412
     */
    Written<SubscriptionView> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * One subscription.
     *
     * @throws Refusal {@code topic-unknown} or {@code subscription-unknown} 404
     */
    SubscriptionView get(String name, Caller caller);

    /**
     * A page of the subscriptions of a topic that the caller may see, by name.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @throws Refusal {@code parameter-invalid} 400, {@code topic-unknown} 404
     */
    Page<SubscriptionView> list(String topic, @Nullable String after, int limit, Caller caller);

    /**
     * Deletes a subscription; what it has not delivered it delivers no more.
     *
     * @throws Refusal {@code topic-unknown} or {@code subscription-unknown} 404, {@code precondition-failed} 412
     */
    void delete(String name, Precondition expected, Caller caller);

    /**
     * Has a subscription stand still, also if it does already; what is published meanwhile it delivers later, as long
     * as it is kept.
     *
     * @throws Refusal as {@link #get}
     */
    SubscriptionView pause(String name, Caller caller);

    /**
     * Has a subscription go on, and try again at once what could not be delivered.
     *
     * @throws Refusal as {@link #get}
     */
    SubscriptionView resume(String name, Caller caller);

    /**
     * Has events delivered again that it has looked at before, as far as they are kept.
     *
     * @param range JSON text, see {@link ReplayReader}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, or as {@link #get}
     */
    SubscriptionView replay(String name, String range, Caller caller);
}
