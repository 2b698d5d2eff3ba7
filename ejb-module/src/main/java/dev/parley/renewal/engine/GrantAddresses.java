package dev.parley.renewal.engine;

import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Refusal;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.RenewalProblems;
import org.jspecify.annotations.Nullable;

/** The addresses for pings that somebody may name: to a mailbox that he may send to himself. */
final class GrantAddresses {

    private GrantAddresses() {}

    /**
     * The wish, whose pings go to the mailbox of whoever has it now, and to nobody else's.
     *
     * @param user who asks for the grant; null if it is not known
     * @throws Refusal {@code address-refused}
     */
    static GrantWish admitted(GrantWish wish, MailboxDelivery mailboxes, @Nullable String user) {
        Address pingTo = wish.pingTo();
        if (pingTo == null) {
            return wish;
        }
        Address admitted =
                mailboxes.admitted(pingTo, user).orElseThrow(() -> new Refusal(RenewalProblems.addressRefused(pingTo)));
        return new GrantWish(admitted, wish.waiting());
    }
}
