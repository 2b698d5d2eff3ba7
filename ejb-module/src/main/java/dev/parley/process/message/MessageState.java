package dev.parley.process.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message to a process.
 *
 * @param instance the conversation of the instance that it is for; null while none is known
 * @param roles which roles its sender has, of those that matter
 * @param looked how often an instance was looked for, or was busy
 * @param next when that is tried again; null if that is over
 * @param outcome what became of it, while its sender is not told; null before that
 */
public record MessageState(
        @Nullable String instance,
        Set<String> roles,
        int looked,
        @Nullable Instant next,
        @Nullable MessageOutcome outcome)
        implements PatternState {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int LONGEST_DOUBLING = 6;

    public MessageState {
        roles = Set.copyOf(roles);
    }

    /** The state of a message of which nothing became yet. */
    public MessageState(@Nullable String instance, Set<String> roles, int looked, @Nullable Instant next) {
        this(instance, roles, looked, next, null);
    }

    /** A message that names its instance, or none, whose instance is looked for now. */
    static MessageState of(@Nullable String instance, Set<String> roles, Instant now) {
        MessageState unknown = new MessageState(instance, roles, 0, null);
        return instance == null ? unknown.lookingAgain(now) : unknown;
    }

    /** The same, looked for now, and once more after a pause that grows up to a minute. */
    MessageState lookingAgain(Instant now) {
        return new MessageState(instance, roles, looked + 1, now.plus(pause(FIRST_PAUSE)), outcome);
    }

    /** The same, tried once more after a moment that grows up to some seconds. */
    MessageState inAMoment(Instant now) {
        return new MessageState(instance, roles, looked + 1, now.plus(pause(MOMENT)), outcome);
    }

    private Duration pause(Duration first) {
        return first.multipliedBy(1L << Math.min(looked, LONGEST_DOUBLING));
    }

    /** The same, for that instance. */
    MessageState found(String its) {
        return new MessageState(its, roles, looked, null);
    }

    /** The same, which is told its instance now. */
    MessageState telling() {
        return new MessageState(instance, roles, looked, null, outcome);
    }

    /** The same, of which that became. */
    MessageState became(MessageOutcome its) {
        return new MessageState(instance, roles, looked, next, its);
    }

    @Override
    public @Nullable Instant dueAt() {
        return next;
    }

    /** The form in which it is stored. */
    static final class Codec implements StateCodec<MessageState> {

        @Override
        public String encode(MessageState state) {
            ObjectNode json = StateJson.object();
            if (state.instance() != null) {
                json.put("instance", state.instance());
            }
            state.roles().stream().sorted().forEach(json.withArray("roles")::add);
            if (state.next() != null) {
                json.put("next", state.next().toString());
            }
            if (state.looked() > 0) {
                json.put("looked", state.looked());
            }
            MessageOutcome outcome = state.outcome();
            if (outcome != null) {
                json.putObject("outcome").put("fault", outcome.fault()).put("about", outcome.about());
            }
            return json.toString();
        }

        @Override
        public MessageState decode(String text) {
            JsonNode json = StateJson.read(text);
            Set<String> roles = new HashSet<>();
            json.path("roles").forEach(role -> roles.add(role.asText()));
            JsonNode outcome = json.path("outcome");
            return new MessageState(
                    StateJson.text(json, "instance"),
                    roles,
                    json.path("looked").asInt(),
                    json.has("next") ? StateJson.instant(json, "next") : null,
                    outcome.isObject()
                            ? new MessageOutcome(StateJson.text(outcome, "fault"), StateJson.text(outcome, "about"))
                            : null);
        }
    }
}
