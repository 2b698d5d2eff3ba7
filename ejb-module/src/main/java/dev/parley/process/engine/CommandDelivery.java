package dev.parley.process.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Received;
import dev.parley.engine.run.Cancellation;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.CommonProblem;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.command.Command;
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
        String body = MessageEngine.body(unit, message, tell);
        try {
            give(message, tell, body);
        } catch (Refusal refused) {
            MessageEngine.refuse(unit, message, refused.problem());
        }
    }

    private void give(Conversation message, Tell tell, String body) {
        String id = tell.instance();
        Conversation there = id == null ? null : unit.store().look(List.of(id)).get(id);
        CommandReader.Read read = CommandReader.named(unit.ids().get(), body);
        if (!isOperator(message, tell)
                && !isCode(message, read.command())
                && !isItsOwnToCancel(message, there, read.command())) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because(
                    "Only an operator may do that, or, to cancel it, whoever has asked for it."));
        }
        if (id == null) {
            throw new Refusal(missing());
        }
        if (there != null && there.pattern().equals(ProcessPattern.NAME)) {
            Commanded commanded = new Commanded(read.command(), message.sender(), read.reason());
            unit.tell(id, new Ordered(message.id(), commanded), said(message, body));
        } else if (there != null && isSingle(there) && read.command() instanceof Command.Cancel cancel) {
            cancel(message, id, new Event.Cancelled(message.sender(), read.reason(), cancel.force()), body);
        } else {
            throw new Refusal(ProcessProblem.INSTANCE_UNKNOWN.because("There is no instance '" + Quote.of(id) + "'"
                    + ", nor a single request of that id that is to be cancelled."));
        }
    }

    private static boolean isSingle(Conversation there) {
        return there.pattern().equals(Patterns.EXCHANGE);
    }

    /** Who has asked for something may want it no more, as over HTTP. */
    private static boolean isItsOwnToCancel(Conversation message, @Nullable Conversation there, Command command) {
        String user = message.owner();
        return command instanceof Command.Cancel cancel
                && !cancel.force()
                && user != null
                && there != null
                && user.equals(there.owner());
    }

    /** Whom code in the EAR has something cancelled for is its own business; it is no operator, and forces nothing. */
    private static boolean isCode(Conversation message, Command command) {
        return command instanceof Command.Cancel cancel
                && !cancel.force()
                && message.owner() == null
                && message.replyTo() == null
                && Participant.isCode(message.sender());
    }

    /** Whether it is possible is known before it is told, as nobody is asked twice. */
    private void cancel(Conversation message, String id, Event.Cancelled wish, String body) {
        Cancellation.check(unit, id, wish);
        unit.tell(id, wish, said(message, body));
        MessageEngine.taken(unit, message);
    }

    private static Received said(Conversation message, String body) {
        return new Received(
                MessageKind.REQUEST, message.sender(), message.id() + ".command", message.correlationId(), body);
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
