package dev.parley.slip.engine;

import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.request.HeaderPolicy;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.MessageHead;
import dev.parley.message.Refusal;
import dev.parley.message.SameJson;
import dev.parley.message.Sha256;
import dev.parley.slip.OrderReader;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipEvents;
import dev.parley.slip.SlipHead;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.SlipOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Orders of slips: read and checked, and each carried out once, however often it is sent. */
@ApplicationScoped
class SlipOrders {

    @Inject
    SlipLimits limits;

    @Inject
    RequestLimits requests;

    @Inject
    SlipOffers offers;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * Who orders, and under which ids.
     *
     * @param sender whose message id it is, as in {@link dev.parley.message.Participant}
     * @param user the authenticated participant; null if it is not known
     * @param replyTo where it is told what happens, if the order says nothing else; null for nowhere
     * @param deadline how long it may take, if the order does not say; null for what is configured
     * @param hops how many operations called each other until then
     */
    record Head(
            String sender,
            @Nullable String user,
            String messageId,
            String correlationId,
            @Nullable Address replyTo,
            @Nullable Duration deadline,
            int hops) {}

    /**
     * An order whose body was read.
     *
     * @param events who is told of what happens; null for nobody
     * @param contentHash of its body, in whatever form it was written
     * @param writtenHash of its body as it was written, which versions before have stored
     */
    record Checked(Head head, SlipOrder order, @Nullable SlipEvents events, String contentHash, String writtenHash) {

        /** True if it is the order of that hash again. */
        boolean isAgain(String firstHash) {
            return firstHash.equals(contentHash) || firstHash.equals(writtenHash);
        }
    }

    /**
     * Carries out an order that came as a message, in the current transaction.
     *
     * @throws Refusal if it is refused; nothing is stored then
     */
    void start(Arrival arrival, SlipBatch batch) {
        MessageHead head = MessageHead.ofOneAddress(arrival);
        HeaderPolicy headers = new HeaderPolicy(requests);
        String messageId = headers.identifier("MessageId", head.messageId());
        String correlationId = headers.identifier("JMSCorrelationID", head.answerId());
        start(
                check(
                        new Head(head.sender(), arrival.user(), messageId, correlationId, head.replyTo(), null, 0),
                        arrival.body()),
                batch);
    }

    /**
     * Checks an order before anything is stored.
     *
     * @throws Refusal {@code slip-too-large}, {@code body-not-json}, {@code body-invalid} or {@code address-refused}
     */
    Checked check(Head head, String body) {
        Address replyTo = head.replyTo();
        if (replyTo != null && !isWritable(replyTo, head.user())) {
            throw new Refusal(
                    CommonProblem.ADDRESS_REFUSED.because("Notices of slips may not be sent to '" + replyTo + "'."));
        }
        limits.refuseLarger(body);
        SlipOrder order =
                new OrderReader(limits, requests.maxDeadline(), offers, to -> isWritable(to, head.user())).read(body);
        return new Checked(head, order, events(order, head), Sha256.hex(SameJson.text(body)), Sha256.hex(body));
    }

    /** Notices that go to a mailbox go to that of whoever has it now. */
    private @Nullable SlipEvents events(SlipOrder order, Head head) {
        Address byDefault = head.replyTo();
        SlipEvents events = order.events() == null && byDefault != null ? SlipEvents.all(byDefault) : order.events();
        return events == null
                ? null
                : mailboxes
                        .admitted(events.to(), head.user())
                        .map(to -> new SlipEvents(to, events.on()))
                        .orElseGet(() -> new SlipEvents(events.to().ofNobody(), events.on()));
    }

    private boolean isWritable(Address to, @Nullable String user) {
        return requests.addresses().allows(to) && mailboxes.mayAnswer(to, user);
    }

    /**
     * Sends a checked order's slip on its way, in the current transaction.
     *
     * @return the slip, at its beginning
     * @throws Refusal {@code message-id-reused} if another order has the same id
     */
    Slip start(Checked checked, SlipBatch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(time(checked));
        Slip slip = slip(checked, Ids.next(), end);
        SlipInbox.Row row = new SlipInbox.Row(
                checked.head().sender(),
                checked.head().messageId(),
                slip.id(),
                checked.contentHash(),
                end.plus(settings.retention()));
        SlipInbox.Entry entry = batch.enter(row);
        if (entry.isNew()) {
            batch.start(slip);
            return slip;
        }
        if (!checked.isAgain(entry.contentHash())) {
            throw new Refusal(CommonProblem.MESSAGE_ID_REUSED.because(
                    "Another slip was ordered with the id '" + checked.head().messageId() + "'."));
        }
        return slip(checked, entry.slipId(), end);
    }

    private Duration time(Checked checked) {
        Duration ordered = checked.order().deadline();
        Duration given = ordered == null ? checked.head().deadline() : ordered;
        return given == null ? requests.defaultDeadline() : given;
    }

    private static Slip slip(Checked checked, String id, Instant end) {
        Head head = checked.head();
        SlipOrder order = checked.order();
        return Slip.start(
                new SlipHead(id, head.sender(), head.correlationId(), end, order.kept(), checked.events(), head.hops()),
                order);
    }
}
