package dev.parley.renewal.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.AnswerQueues;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantText;
import dev.parley.renewal.Ping;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The messages that holders, and those who wait, are sent. */
final class GrantMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GrantMessages() {}

    /** The question whether a grant is still wanted; it expires when an answer would be too late. */
    static Outgoing ping(Grant grant, Ping ping, Instant now) {
        ObjectNode body = JSON.createObjectNode()
                .put("pool", grant.pool())
                .put("grantId", grant.id())
                .put("reference", grant.reference())
                .put("fencingToken", grant.fencingToken())
                .put("pingId", ping.id())
                .put("attempt", ping.attempt())
                .put("answerWithin", Duration.between(now, ping.answerBy()).toString());
        return new Outgoing(
                        grant.pingTo(),
                        MessageKind.PING,
                        "ping",
                        null,
                        ping.id(),
                        ping.id(),
                        null,
                        body.toString(),
                        new Outgoing.Request(AnswerQueues.RESOURCES, ping.attempt(), ping.answerBy(), 0, null))
                .with(properties(grant));
    }

    /** The notice that somebody who waited holds the grant now. */
    static Outgoing granted(Grant grant, Instant now) {
        return notice(grant, "granted", GrantText.of(grant, now));
    }

    /** The notice that a grant is over, though its holder has not given it back. */
    static Outgoing relinquished(Grant grant, Instant now) {
        return notice(grant, "relinquished", GrantText.of(grant, now));
    }

    private static Outgoing notice(Grant grant, String type, ObjectNode body) {
        String id = grant.id() + "." + type;
        return new Outgoing(grant.pingTo(), MessageKind.NOTICE, type, null, id, grant.id(), null, body.toString())
                .with(properties(grant));
    }

    static Map<String, String> properties(Grant grant) {
        return Map.of(Headers.POOL, grant.pool(), Headers.GRANT_ID, grant.id());
    }
}
