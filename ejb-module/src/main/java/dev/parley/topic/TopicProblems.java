package dev.parley.topic;

import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;

/** The problems of what is asked of a topic, in the words that whoever asked gets. */
public final class TopicProblems {

    private TopicProblems() {}

    /** The problem {@code topic-unknown} of a topic that is not there. */
    public static Problem topicUnknown(String name) {
        return TopicProblem.TOPIC_UNKNOWN.because("There is no topic '" + Quote.of(name) + "'.");
    }

    /** The problem {@code topic-missing} of an event that names no topic. */
    public static Problem topicMissing() {
        return TopicProblem.TOPIC_MISSING.because("Set the property Topic to the name of a topic.");
    }

    /** The problem {@code topic-not-yours} of who changes a topic of somebody else. */
    public static Problem topicNotYours(String name) {
        return TopicProblem.TOPIC_NOT_YOURS.because(
                "Topic '" + name + "' is changed by whoever defined it, and by operators.");
    }

    /** The problem {@code topics-too-many} of a participant who has as many as one may have. */
    public static Problem topicsTooMany(int most) {
        return TopicProblem.TOPICS_TOO_MANY.because(
                "A participant has at most " + most + " topics; delete one that is not needed.");
    }

    /** The problem {@code topic-in-use} of a topic that is to be deleted with subscriptions. */
    public static Problem topicInUse(String name) {
        return TopicProblem.TOPIC_IN_USE.because("Topic '" + name + "' has subscriptions: delete them first.");
    }

    /** The problem {@code publisher-refused} of who may not publish. */
    public static Problem publisherRefused(Topic topic) {
        return TopicProblem.PUBLISHER_REFUSED.because("Events of topic '" + topic.name()
                + "' are published by those whom its 'publishers' names, and by who runs it.");
    }

    /** The problem {@code subscriber-refused} of who may not subscribe. */
    public static Problem subscriberRefused(Topic topic) {
        return TopicProblem.SUBSCRIBER_REFUSED.because("Topic '" + topic.name()
                + "' is subscribed to by those whom its 'subscribers' names, and by who runs it.");
    }

    /** The problem {@code subscription-unknown} of a subscription that is not there, or not the caller's. */
    public static Problem subscriptionUnknown(String name) {
        return TopicProblem.SUBSCRIPTION_UNKNOWN.because("There is no subscription '" + Quote.of(name) + "' for you.");
    }

    /** The problem {@code subscriptions-too-many} of a topic that has as many as it may have. */
    public static Problem subscriptionsTooMany(Topic topic) {
        return TopicProblem.SUBSCRIPTIONS_TOO_MANY.because("Topic '" + topic.name() + "' has at most "
                + topic.definition().maxSubscriptions()
                + " subscriptions, as its 'maxSubscriptions' says; delete one that is not needed.");
    }

    /** The problem {@code event-invalid} of an event whose attributes are not what they must be. */
    public static Problem eventInvalid(List<Violation> violations) {
        return new Problem(
                TopicProblem.EVENT_INVALID,
                "The attributes are not those of an event; 'errors' says which, and what was expected.",
                violations,
                Map.of());
    }

    /** The problem {@code idempotency-key-reused} of a key that was used for another event. */
    public static Problem keyReused(String key) {
        return CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                "'" + Quote.of(key) + "' was the key of another event: use another one for each.");
    }

    /** The problem {@code message-id-reused} of an event that has the id of another one. */
    public static Problem messageIdReused(String messageId) {
        return CommonProblem.MESSAGE_ID_REUSED.because(
                "'" + Quote.of(messageId) + "' was the id of another event: give each event an id of its own.");
    }

    /** The problem {@code address-refused} of an address that the sender may not name. */
    public static Problem addressRefused(String where, String address) {
        return CommonProblem.ADDRESS_REFUSED.because(where + " names '" + Quote.of(address)
                + "'; allowed are queues that match parley.addresses, mailboxes that you may send to, operations,"
                + " and receivers that parley.webhook.hosts allows, at public addresses.");
    }

    /** The problem {@code message-too-large} of an event whose data has more bytes than that. */
    public static Problem messageTooLarge(int most) {
        return CommonProblem.MESSAGE_TOO_LARGE.because("The data of an event has at most " + most + " bytes in UTF-8.");
    }

    /** The refusal of a message that nobody took in time. */
    public static Problem expiredOnItsWay() {
        return CommonProblem.EXPIRED.because("The event expired before it was published; nobody gets it.");
    }
}
