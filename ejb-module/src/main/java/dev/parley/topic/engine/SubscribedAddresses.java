package dev.parley.topic.engine;

import dev.parley.conversation.RequestLimits;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.NetworkPolicy;
import dev.parley.topic.webhook.WebhookUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** The addresses that a subscription may name: nobody has events put where he may not send himself. */
@ApplicationScoped
class SubscribedAddresses {

    private static final String PARLEYS_OWN = "parley.";

    @Inject
    RequestLimits limits;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    HostPolicy hosts;

    @Inject
    NetworkPolicy networks;

    /**
     * The address as it is kept: a mailbox is that of whoever has it now, and nobody else's.
     *
     * @throws Refusal {@code address-refused} if the caller may not name it
     */
    Address admitted(Address to, Caller caller) {
        OptionalLong mailbox =
                to.kind() == Address.Kind.MAILBOX ? mailboxes.mark(caller, to.name()) : OptionalLong.empty();
        if (mailbox.isPresent()) {
            return to.markedAs(mailbox.getAsLong());
        }
        if (!allows(to, caller)) {
            throw new Refusal(TopicProblems.addressRefused("to", to.toString()));
        }
        return to;
    }

    /** Only operators name a mailbox that is not there. */
    private boolean allows(Address to, Caller caller) {
        return switch (to.kind()) {
            case QUEUE ->
                limits.addresses().allows(to)
                        || (caller.operator() && !to.name().startsWith(PARLEYS_OWN));
            case MAILBOX -> caller.operator();
            case OPERATION -> true;
            case WEBHOOK ->
                WebhookUrl.parse(to.name()).filter(this::mayBeCalled).isPresent();
            case TEMPORARY, CONVERSATION -> false;
        };
    }

    /** Where a name leads is looked at when it is called. */
    private boolean mayBeCalled(WebhookUrl url) {
        return hosts.allows(url) && url.address().map(networks::allows).orElse(true);
    }
}
