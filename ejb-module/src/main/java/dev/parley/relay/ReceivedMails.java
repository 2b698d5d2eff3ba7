package dev.parley.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Reception}.
 *
 * @param mails what was received
 * @param acknowledged what became of the locks that it acknowledged; null if it said nothing of any
 */
public record ReceivedMails(List<LockedMail> mails, @Nullable Acknowledged acknowledged) {

    public ReceivedMails {
        mails = List.copyOf(mails);
    }
}
