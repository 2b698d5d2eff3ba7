package dev.parley.process.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Received;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.CommonProblem;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.command.CommandReader;
import dev.parley.process.command.Commanded;
import dev.parley.process.command.Ordered;
import dev.parley.process.message.Tell;
import dev.parley.process.rule.ProcessProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery of commands that come as messages: what comes of one is told to who has given it. */
final class CommandDelivery {

    private final UnitOfWork unit;
    private final ProcessLimits limits;

    CommandDelivery(UnitOfWork unit, ProcessLimits limits) {
        this.unit = unit;
        this.limits = limits;
    }

    void deliver(Conversation message, Tell tell) {
        String instance = tell.instance();
        Problem problem = problem(message, tell, instance);
        if (problem != null) {
            MessageEngine.refuse(unit, message, problem);
        } else if (instance != null) {
            command(message, tell, instance);
        }
    }

    private void command(Conversation message, Tell tell, String instance) {
        String body = MessageEngine.body(unit, message, tell);
        try {
            CommandReader.Read read = CommandReader.named(unit.ids().get(), body);
            unit.tell(
                    instance,
                    new Ordered(message.id(), new Commanded(read.command(), message.sender(), read.reason())),
                    new Received(
                            MessageKind.REQUEST,
                            message.sender(),
                            message.id() + ".command",
                            message.correlationId(),
                            body));
        } catch (Refusal refused) {
            MessageEngine.refuse(unit, message, refused.problem());
        }
    }

    private @Nullable Problem problem(Conversation message, Tell tell, @Nullable String instance) {
        if (!isOperator(message, tell)) {
            return CommonProblem.OPERATORS_ONLY.because("Only an operator may do that with a process.");
        }
        if (instance == null) {
            return missing();
        }
        Conversation there = unit.store().find(List.of(instance)).get(instance);
        return there != null && there.pattern().equals(ProcessPattern.NAME)
                ? null
                : ProcessProblem.INSTANCE_UNKNOWN.because("There is no instance '" + Quote.of(instance) + "'.");
    }

    private boolean isOperator(Conversation message, Tell tell) {
        String user = message.owner();
        return tell.roles().contains(CommandResolution.OPERATOR)
                || (user != null && limits.operators().contains(user));
    }

    private static Problem missing() {
        return ProcessProblem.INSTANCE_MISSING.because(
                "Say which instance it is for: its id as the ConversationId of the message.");
    }
}
