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
 * @param effects how often each message had its effect in the database
 * @param inDoubt transactions that never ended
 */
public record Evidence(
        Map<String, String> requesters,
        Set<String> acknowledged,
        List<Reply> replies,
        Map<String, Integer> effects,
        int inDoubt) {

    /** A reply as somebody got it. */
    public record Reply(String requester, String id, String text) {}
}
