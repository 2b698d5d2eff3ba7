package dev.parley.renewal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a grant is shown, over HTTP and JMS alike: with durations beside the times, for those whose clocks
 * differ.
 */
public final class GrantText {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The actions that answer a ping. */
    private static final Set<String> ANSWERS = Set.of("confirm", "decline");

    private GrantText() {}

    /** The grant as it stands, as JSON text. */
    public static String text(Grant grant, Instant now) {
        return of(grant, now).toString();
    }

    /** The grant as it stands, with what its caller may have done with it, as JSON text. */
    public static String text(GrantView view, Instant now) {
        ObjectNode json = of(view.grant(), now);
        ArrayNode actions = json.putArray("actions");
        String path = "pools/" + view.grant().pool() + "/grants/" + view.grant().id();
        for (GrantView.GrantAction action : view.actions()) {
            boolean deletes = action.name().equals("release");
            ObjectNode one = actions.addObject()
                    .put("name", action.name())
                    .put("method", deletes ? "DELETE" : "POST")
                    .put("href", deletes ? path : path + "/" + action.name());
            if (ANSWERS.contains(action.name())) {
                addSchemaOfAnswer(one, view.grant().ping());
            }
            time(one, "until", action.until());
        }
        return json.toString();
    }

    /** What is said with the answer to a ping, as JSON Schema. */
    private static void addSchemaOfAnswer(ObjectNode action, @Nullable Ping ping) {
        if (ping == null) {
            return;
        }
        ObjectNode schema = action.putObject("schema").put("type", "object");
        schema.putObject("properties").putObject("pingId").put("const", ping.id());
        schema.putArray("required").add("pingId");
    }

    /**
     * The grant as it stands. While it is held and nothing is asked, the next ping has a time; in a pool of leases that
     * is when the lease runs out.
     */
    public static ObjectNode of(Grant grant, Instant now) {
        ObjectNode json = JSON.createObjectNode()
                .put("grantId", grant.id())
                .put("pool", grant.pool())
                .put("holder", grant.holder())
                .put("pingTo", grant.pingTo() == null ? "none" : grant.pingTo().toString())
                .put("status", grant.status().name());
        if (grant.reference() != null) {
            json.put("reference", grant.reference()).put("fencingToken", grant.fencingToken());
        }
        time(json, "askedAt", grant.askedAt());
        time(json, "grantedAt", grant.grantedAt());
        time(json, "confirmedAt", grant.confirmedAt());
        switch (grant.status()) {
            case WAITING -> until(json, "waitsUntil", "waitsFor", grant.dueAt(), now);
            case HELD -> held(json, grant, now);
            default -> json.put("ended", String.valueOf(grant.ended()));
        }
        return json;
    }

    private static void held(ObjectNode json, Grant grant, Instant now) {
        Ping ping = grant.ping();
        if (ping != null && ping.attempt() > 0) {
            ObjectNode asked = json.putObject("ping").put("pingId", ping.id()).put("attempt", ping.attempt());
            until(asked, "answerBy", "answerWithin", ping.answerBy(), now);
        } else {
            until(json, "nextPingAt", "nextPingIn", grant.dueAt(), now);
        }
    }

    private static void time(ObjectNode json, String member, @Nullable Instant time) {
        if (time != null) {
            json.put(member, time.toString());
        }
    }

    private static void until(ObjectNode json, String at, String in, Instant time, Instant now) {
        Duration left = Duration.between(now, time).truncatedTo(ChronoUnit.MILLIS);
        json.put(at, time.toString()).put(in, (left.isNegative() ? Duration.ZERO : left).toString());
    }
}
