package dev.parley.slip.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Exchange;
import dev.parley.conversation.Event;
import dev.parley.conversation.StateJson;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.engine.wire.Lane;
import dev.parley.message.JsonText;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipDecision.Next;
import dev.parley.slip.SlipEvent;
import org.jspecify.annotations.Nullable;

/**
 * The call of a step in the transaction that its slip has come in. Only methods are called so that are known to be
 * quick and sound; for all others the slip waits, as a conversation that asks.
 */
final class StepCall {

    private final UnitOfWork unit;

    StepCall(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Whether an operation may be called here. */
    boolean isPossible(@Nullable OperationResolution operation) {
        ServedOperation method = operation == null ? null : operation.method();
        return method != null
                && !method.takesTurns()
                && unit.lanes()
                                .choose(
                                        method.isolated(),
                                        unit.profiles().of(method.name()),
                                        true,
                                        false,
                                        false,
                                        unit.now())
                        == Lane.INLINE;
    }

    /**
     * Calls it.
     *
     * @throws OperationFailed if it failed, or came back too late: the transaction has to roll back
     */
    SlipEvent call(ServedOperation method, Slip slip, Next.Ask ask) {
        ServedOperation.Request request;
        try {
            request = method.read(ask.body());
        } catch (Refusal refused) {
            return failed(refused.problem());
        }
        Event event = unit.calls()
                .call(
                        method,
                        () -> request,
                        null,
                        exchange(slip, ask),
                        slip.head().hops());
        if (!unit.now().isBefore(ask.deadline())) {
            throw new OperationFailed(ask.operation(), slip.id(), "it came back after its time", null);
        }
        if (event instanceof Event.Faulted faulted) {
            return failed(faulted.problem());
        }
        return new SlipEvent.Replied(reply(event));
    }

    private static SlipEvent failed(Problem problem) {
        return new SlipEvent.Failed(JsonText.parseExactly(problem.toJson()));
    }

    private static JsonNode reply(Event event) {
        String reply = event instanceof Event.Returned returned ? returned.reply() : null;
        return reply == null || reply.isBlank() ? StateJson.object() : JsonText.parseExactly(reply);
    }

    private static Exchange exchange(Slip slip, Next.Ask ask) {
        return new Exchange(
                slip.id(),
                slip.id() + "." + slip.place().hop(),
                slip.head().correlationId(),
                ask.operation(),
                slip.head().originator(),
                1,
                ask.deadline(),
                null);
    }
}
