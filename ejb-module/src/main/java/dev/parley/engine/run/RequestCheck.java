package dev.parley.engine.run;

import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Particulars;
import dev.parley.directory.Directory;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The check of requests against the operations they are for, before anything is stored. */
@Dependent
public class RequestCheck {

    private final Directory directory;
    private final MailboxDelivery mailboxes;

    /** The check of requests against a directory, and of their addresses against the mailboxes. */
    @Inject
    public RequestCheck(Directory directory, MailboxDelivery mailboxes) {
        this.directory = directory;
        this.mailboxes = mailboxes;
    }

    /** The operations of those names, as the directory has them now. */
    Map<String, OperationResolution> listings(Collection<String> operations) {
        return directory.find(operations);
    }

    /**
     * Checks that the operation is there and the body fits it.
     *
     * @throws Refusal {@code operation-unknown}, {@code address-refused}, {@code turn-unsupported},
     *     {@code exchange-unsupported}, {@code body-not-json}, {@code body-invalid}
     */
    public CheckedRequest check(Envelope envelope) {
        return check(envelope, directory.find(envelope.operation()).orElse(null));
    }

    /**
     * Checks a request of a sender whose roles are known.
     *
     * @param roles true if the sender has a role
     * @throws Refusal as {@link #check(Envelope)}
     */
    public CheckedRequest check(Envelope envelope, Predicate<String> roles) {
        OperationResolution listing = directory.find(envelope.operation()).orElse(null);
        if (listing == null || listing.roles().isEmpty()) {
            return check(envelope, listing);
        }
        Set<String> known = listing.roles().stream().filter(roles).collect(Collectors.toSet());
        return check(envelope.with(envelope.particulars().of(known)), listing);
    }

    /**
     * Checks that the operation is there and the body fits it.
     *
     * @param listing what the directory has; null if it has nothing
     * @throws Refusal {@code operation-unknown}, {@code address-refused}, {@code body-not-json}, {@code body-invalid}
     */
    public CheckedRequest check(Envelope envelope, @Nullable OperationResolution listing) {
        if (listing == null) {
            throw new Refusal(unknown(envelope.operation()));
        }
        Particulars given = envelope.particulars();
        Particulars particulars =
                listing.particulars(given.of(mattering(given.roles(), listing))).in(given.trace());
        OperationResolution asked = listing.asked(particulars);
        Address replyTo = admitted(envelope.replyTo(), envelope.owner());
        Address faultTo = admitted(envelope.faultTo(), envelope.owner());
        checkTurn(envelope, asked.method());
        Envelope kept = envelope.servedAs(asked.name(), particulars).answeredAt(replyTo, faultTo);
        return new CheckedRequest(kept, asked, asked.read(envelope.body()));
    }

    private static Set<String> mattering(Set<String> roles, OperationResolution listing) {
        return roles.isEmpty()
                ? roles
                : roles.stream().filter(listing.roles()::contains).collect(Collectors.toSet());
    }

    private @Nullable Address admitted(@Nullable Address address, @Nullable String user) {
        return address == null
                ? null
                : mailboxes.admitted(address, user).orElseThrow(() -> new Refusal(mailboxRefused(address.toString())));
    }

    /**
     * True if that user may have answers go there, as far as that has to be looked up.
     *
     * @param address null for nowhere
     */
    boolean mayAnswer(@Nullable Address address, @Nullable String user) {
        return mailboxes.mayAnswer(address, user);
    }

    private static void checkTurn(Envelope envelope, @Nullable ServedOperation method) {
        boolean takesTurns = method != null && method.takesTurns();
        if (!takesTurns && envelope.turn() != null) {
            throw new Refusal(turnUnsupported(envelope.operation()));
        }
        if (takesTurns && envelope.exchange() != MessageExchangePattern.IN_OUT) {
            throw new Refusal(exchangeUnsupported(envelope));
        }
    }

    private static Problem mailboxRefused(String address) {
        return CommonProblem.ADDRESS_REFUSED.because(
                "There is no '" + address + "' that the sender may send to: answers go only where it may send itself.");
    }

    private static Problem turnUnsupported(String operation) {
        return ConversationProblem.TURN_UNSUPPORTED.because(
                operation + " takes one request in a conversation: leave the property Turn out.");
    }

    private static Problem exchangeUnsupported(Envelope envelope) {
        return ConversationProblem.EXCHANGE_UNSUPPORTED.because(
                envelope.operation() + " takes turns, and each is " + MessageExchangePattern.IN_OUT.label() + ", not "
                        + envelope.exchange().label() + ": give a JMSReplyTo, and leave Exchange out.");
    }

    private static Problem unknown(String operation) {
        return DirectoryProblem.OPERATION_UNKNOWN.because("No operation '" + Quote.of(operation) + "' is served here.");
    }
}
