package dev.parley.relay.engine;

import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.relay.Lock;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.relay.ValidMail;
import dev.parley.relay.mailbox.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is asked of a mailbox, checked as far as that is possible without looking at it. */
sealed interface MailOrder {

    /** The name of the mailbox. */
    String mailbox();

    /** True if who asks may ask that. */
    boolean isAllowed(Mailbox mailbox);

    /** True if it is for that mailbox, which has its name, and may have become somebody else's. */
    default boolean isFor(Mailbox mailbox) {
        return true;
    }

    /**
     * Messages are sent.
     *
     * @param to the mailbox
     * @param caller who sends them; null if nobody knows
     * @param sender whose message ids these are
     * @param mails the messages
     * @param key by which the sending is known; null for none
     * @param again true if a message comes again if its id was there before
     * @param hashes of what the messages say, in their order; empty where nobody will ask. They take as long as the
     *     messages are large, and are made before others have to wait for that
     */
    record Send(
            Address to,
            @Nullable Caller caller,
            String sender,
            List<ValidMail> mails,
            @Nullable String key,
            boolean again,
            List<String> hashes)
            implements MailOrder {

        /** A sending with the hashes that are needed. */
        Send(
                Address to,
                @Nullable Caller caller,
                String sender,
                List<ValidMail> mails,
                @Nullable String key,
                boolean again) {
            this(to, caller, sender, mails, key, again, hashes(mails, key, again));
        }

        private static List<String> hashes(List<ValidMail> mails, @Nullable String key, boolean again) {
            return mails.stream()
                    .map(mail -> key == null && (again || mail.messageId() == null) ? "" : mail.contentHash())
                    .toList();
        }

        /** A sending of which a message that comes twice with one id is taken once. */
        Send(String mailbox, @Nullable Caller caller, String sender, List<ValidMail> mails, @Nullable String key) {
            this(Address.mailbox(mailbox), caller, sender, mails, key, false);
        }

        @Override
        public String mailbox() {
            return to.name();
        }

        @Override
        public boolean isFor(Mailbox box) {
            return to.mark() == 0 || to.leadsTo(box.mark());
        }

        @Override
        public boolean isAllowed(Mailbox box) {
            return box.takesFrom(caller);
        }

        /** The mailboxes that answers to the messages are to go to. */
        Set<String> named() {
            return mails.stream()
                    .flatMap(
                            mail -> Stream.of(Optional.ofNullable(mail.replyTo()), Optional.ofNullable(mail.faultTo())))
                    .flatMap(Optional::stream)
                    .filter(address -> address.kind() == Address.Kind.MAILBOX)
                    .map(Address::name)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Messages are received, others acknowledged before.
     *
     * @param wish how many, and for how long
     * @param key by which the reception is known; null for none
     */
    record Receive(String mailbox, Caller caller, ReceptionPolicy.Wish wish, @Nullable String key)
            implements MailOrder {

        /** The same, once its locks are acknowledged. */
        Receive afterAcknowledging() {
            return new Receive(mailbox, caller, wish.afterAcknowledging(), key);
        }

        @Override
        public boolean isAllowed(Mailbox box) {
            return box.mayReceive(caller);
        }
    }

    /** Locks are acknowledged. */
    record Acknowledge(String mailbox, Caller caller, List<String> locks) implements MailOrder {
        @Override
        public boolean isAllowed(Mailbox box) {
            return box.mayReceive(caller);
        }
    }

    /**
     * A lock is extended, or its message given back.
     *
     * @param extension for how long it is to be valid; null to give back
     * @param delay after which it can be received again, if it is given back
     */
    record Hold(String mailbox, Caller caller, Lock.Token lock, @Nullable Duration extension, Duration delay)
            implements MailOrder {
        @Override
        public boolean isAllowed(Mailbox box) {
            return box.mayReceive(caller);
        }
    }
}
