package dev.parley.it.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What requesters saw and what is in the server in the end.
 *
 * @param requesters who asked, by message id
 * @param acknowledged the requests that were acknowledged at least once
 * @param replies all replies, repeated ones too
 * @param traces how often each message has left its trace, in each place where it must leave one and no more: its
 *     effect in the database; and, where a provider outside of the EAR does it, the different messages by which that
 *     one was asked
 * @param inDoubt transactions that never ended
 */
public record Evidence(
        Map<String, String> requesters,
        Set<String> acknowledged,
        List<Reply> replies,
        List<Map<String, Integer>> traces,
        int inDoubt) {

    /** How often each message had its effect in the database. */
    Map<String, Integer> effects() {
        return traces.get(0);
    }

    /** A reply as somebody got it. */
    public record Reply(String requester, String id, String text) {}
}
