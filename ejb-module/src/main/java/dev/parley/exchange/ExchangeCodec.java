package dev.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import org.jspecify.annotations.Nullable;

/** The form in which states of exchanges are stored: that of a call, with what undoes it beside it. */
final class ExchangeCodec implements StateCodec<ExchangeState> {

    private static final String REGRET = "regret";

    @Override
    public String encode(ExchangeState state) {
        return state instanceof Regret regret
                ? encode(regret)
                : CallJson.of((ProviderCall) state).toString();
    }

    private static String encode(Regret regret) {
        ProviderCall call = regret.call();
        ObjectNode json = call == null ? StateJson.object() : CallJson.of(call);
        ObjectNode own = json.putObject(REGRET)
                .put("compensation", regret.compensation())
                .put("deadline", regret.deadline().toString())
                .put("attempt", regret.attempt())
                .put("until", regret.until().toString());
        if (regret.next() != null) {
            own.put("next", regret.next().toString());
        }
        return json.toString();
    }

    @Override
    public ExchangeState decode(String text) {
        JsonNode json = StateJson.read(text);
        return json.has(REGRET) ? decode(json.get(REGRET), call(json)) : CallJson.read(json);
    }

    private static @Nullable ProviderCall call(JsonNode json) {
        return json.has(CallJson.TICKET) ? CallJson.read(json) : null;
    }

    private static Regret decode(JsonNode own, @Nullable ProviderCall call) {
        return new Regret(
                StateJson.required(own, "compensation"),
                StateJson.instant(own, "deadline"),
                own.path("attempt").asInt(),
                StateJson.instant(own, "until"),
                own.has("next") ? StateJson.instant(own, "next") : null,
                call);
    }
}
