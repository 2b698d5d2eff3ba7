package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Status;
import dev.parley.message.CommonProblem;
import dev.parley.message.JsonText;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Unicode;
import dev.parley.slip.SlipDecision.Next;
import dev.parley.slip.answer.FaultName;
import dev.parley.slip.answer.StepReply;
import dev.parley.slip.seal.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of slips: forth from step to step, and where one of them could not be done back over what undoes those
 * before it, each until it is done.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/messaging/RoutingTable.html">Hohpe and Woolf,
 *     Routing Slip</a>
 */
public final class SlipPolicy {

    private static final String PARLEY = "parley";
    private static final int LONGEST_TYPE = 200;
    private static final int SMALL = 16;

    private final SlipLimits limits;
    private final SlipOffers offers;

    /** The rules, with what is configured and which operations there are. */
    public SlipPolicy(SlipLimits limits, SlipOffers offers) {
        this.limits = limits;
        this.offers = offers;
    }

    /**
     * Decides on an event. What a person wants is for one that is stuck: going back because a compensation could not be
     * done, or because it was lost; going forth only because it was lost.
     */
    public SlipDecision decide(Slip slip, SlipEvent event, Instant now) {
        if (event instanceof SlipEvent.Arrived) {
            return arrived(slip, now);
        }
        if (event instanceof SlipEvent.Replied replied) {
            return slip.place().isBack() ? undone(slip, LogEntry.Act.UNDONE, PARLEY, now) : done(slip, replied, now);
        }
        if (event instanceof SlipEvent.Failed failed) {
            return slip.place().isBack() ? notUndone(slip, failed.fault(), now) : notDone(slip, failed.fault(), now);
        }
        if (event instanceof SlipEvent.Recalled) {
            return turned(slip, SlipProblem.SLIP_RECALLED.because("Whoever asked for it wanted it undone."));
        }
        if (!(event instanceof SlipEvent.Skipped skipped)) {
            return forward(slip.at(slip.place().again()));
        }
        return slip.place().isBack()
                ? undone(slip, LogEntry.Act.WRITTEN_OFF, skipped.by(), now)
                : turned(slip, SlipProblem.SLIP_LOST.because("It was given up by " + skipped.by() + "."));
    }

    private SlipDecision arrived(Slip slip, Instant now) {
        if (slip.place().isBack()) {
            return new SlipDecision(slip, compensation(slip, now));
        }
        if (slip.isExpired(now)) {
            return turned(slip, CommonProblem.EXPIRED.because("The slip's time was over before all steps were done."));
        }
        SlipStep step = slip.itinerary().get(slip.place().position());
        try {
            String body = Arguments.resolve(step.arguments(), slip.variables()).toString();
            return fits(slip, step, body, now)
                    ? new SlipDecision(slip, new Next.Ask(step.operation(), body, deadline(slip, step, now)))
                    : turned(slip, tooLarge("the arguments", step));
        } catch (Refusal missing) {
            return turned(slip, missing.problem());
        }
    }

    /**
     * Whether what undoing the step takes will fit, whatever it replies: arguments can point at one variable many
     * times. Small ones are not measured.
     */
    private boolean fits(Slip slip, SlipStep step, String body, Instant now) {
        if (body.length() < limits.maxSize() / SMALL) {
            return true;
        }
        Slip logged = logged(slip, step, null, true, now);
        return body.getBytes(StandardCharsets.UTF_8).length <= limits.maxSize() && logged.size() <= limits.maxSize();
    }

    private static Instant deadline(Slip slip, SlipStep step, Instant now) {
        Instant end = slip.head().expiresAt();
        Instant own = step.timeout() == null ? end : now.plus(step.timeout());
        return own.isBefore(end) ? own : end;
    }

    private Next compensation(Slip slip, Instant now) {
        LogEntry.Undo undo = slip.log().get(slip.place().position()).undo();
        if (undo == null) {
            throw new IllegalStateException("Nothing undoes step " + slip.place() + " of " + slip.id());
        }
        JsonNode reply = undo.reply();
        JsonNode body = reply != null && offers.takesReply(undo.compensation()) ? reply : undo.body();
        return new Next.Ask(undo.compensation(), body.toString(), now.plus(limits.compensation()));
    }

    /** Goes forth: the step is in the log before anything else is looked at, since it was done. */
    private SlipDecision done(Slip slip, SlipEvent.Replied replied, Instant now) {
        SlipStep step = slip.itinerary().get(slip.place().position());
        StepReply reply = StepReply.of(replied.reply());
        if (CanonicalJson.misfit(replied.reply()) != null) {
            return turned(logged(slip, step, null, true, now), misfit(step));
        }
        Slip logged = logged(slip, step, reply.reply(), true, now).with(variables(slip, step, reply));
        if (logged.size() > limits.maxSize()) {
            return turned(logged(slip, step, null, true, now), tooLarge("the reply", step));
        }
        if (reply.itinerary() == null) {
            return next(logged, reply.terminate());
        }
        return revised(logged, step, reply);
    }

    private SlipDecision revised(Slip slip, SlipStep step, StepReply reply) {
        if (!step.mayRevise()) {
            return turned(slip, refused(step, "its step has no mayRevise"));
        }
        try {
            List<SlipStep> remainder = Revision.read(
                    reply.itinerary(), limits.hops() - slip.place().position() - 1, offers);
            Slip revised = slip.revised(remainder);
            return revised.size() > limits.maxSize()
                    ? turned(slip, tooLarge("the reply", step))
                    : next(revised, reply.terminate());
        } catch (Refusal wrong) {
            return turned(slip, refused(step, wrong.problem().violations().toString()));
        }
    }

    private SlipDecision next(Slip slip, boolean terminate) {
        int position = slip.place().position() + 1;
        return terminate || position == slip.itinerary().size()
                ? new SlipDecision(slip, new Next.End(Status.SUCCEEDED))
                : forward(slip.at(Place.forth(position)));
    }

    private static Slip logged(Slip slip, SlipStep step, @Nullable JsonNode reply, boolean known, Instant now) {
        LogEntry.Undo undo = step.compensation() == null
                ? null
                : new LogEntry.Undo(
                        step.compensation(), Arguments.resolve(step.arguments(), slip.variables()), reply, known);
        return slip.logged(slip.place().position(), LogEntry.Act.DONE, step.operation(), now, PARLEY, undo);
    }

    private static ObjectNode variables(Slip slip, SlipStep step, StepReply reply) {
        ObjectNode variables = slip.variables().deepCopy();
        reply.variables().properties().forEach(member -> variables.set(member.getKey(), member.getValue()));
        if (step.as() != null) {
            variables.set(step.as(), reply.reply());
        }
        return variables;
    }

    /** What nobody knows of is undone as what was done is, and its compensation is told so. */
    private SlipDecision notDone(Slip slip, JsonNode fault, Instant now) {
        SlipStep step = slip.itinerary().get(slip.place().position());
        boolean inDoubt = FaultName.isInDoubt(fault) && !offers.isAlwaysKnown(step.operation());
        return turned(inDoubt && step.compensation() != null ? logged(slip, step, null, false, now) : slip, fault);
    }

    private SlipDecision turned(Slip slip, Problem problem) {
        return turned(slip, JsonText.parseExactly(problem.toJson()));
    }

    private SlipDecision turned(Slip slip, JsonNode fault) {
        JsonNode kept = CanonicalJson.misfit(fault) == null && fault.toString().length() < limits.maxSize() / 4
                ? fault
                : shortened(fault);
        return back(slip.goingBack(slip.place(), kept), slip.log().size());
    }

    /** A fault travels with the slip: what does not fit is left out, but never its name, or the beginning of it. */
    private static JsonNode shortened(JsonNode fault) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("type", Unicode.beginning(fault.path("type").asText(), LONGEST_TYPE));
    }

    /** To what is undone next, of the entries before that one. */
    private static SlipDecision back(Slip slip, int before) {
        for (int i = before - 1; i >= 0; i--) {
            LogEntry entry = slip.log().get(i);
            if (entry.act() == LogEntry.Act.DONE && entry.undo() != null) {
                return forward(slip.at(Place.back(i)));
            }
        }
        return new SlipDecision(slip, new Next.End(ended(slip)));
    }

    private static Status ended(Slip slip) {
        boolean undone = slip.log().stream().anyMatch(entry -> entry.act() != LogEntry.Act.DONE);
        JsonNode fault = slip.fault();
        if (undone) {
            return Status.COMPENSATED;
        }
        return fault != null && FaultName.of(fault).equals(CommonProblem.EXPIRED.label())
                ? Status.EXPIRED
                : Status.FAULTED;
    }

    private static SlipDecision undone(Slip slip, LogEntry.Act act, String by, Instant now) {
        int position = slip.place().position();
        LogEntry entry = slip.log().get(position);
        LogEntry.Undo undo = entry.undo();
        String operation = undo == null ? entry.operation() : undo.compensation();
        return back(slip.logged(entry.step(), act, operation, now, by, null), position);
    }

    private static SlipDecision notUndone(Slip slip, JsonNode fault, Instant now) {
        return FaultName.of(fault).equals(FaultName.NOTHING_TO_UNDO)
                ? undone(slip, LogEntry.Act.UNDONE, PARLEY, now)
                : new SlipDecision(slip, new Next.Stick(fault));
    }

    private static SlipDecision forward(Slip slip) {
        return new SlipDecision(slip, new Next.Forward());
    }

    private static Problem misfit(SlipStep step) {
        return SlipProblem.SLIP_NUMBER_INVALID.because(
                step.operation() + " has replied with a number that a double does not have: it should be text.");
    }

    private Problem tooLarge(String what, SlipStep step) {
        return SlipProblem.SLIP_TOO_LARGE.because("With " + what + " of " + step.operation()
                + " the slip is larger than " + limits.maxSize() + " bytes.");
    }

    private static Problem refused(SlipStep step, String why) {
        return SlipProblem.SLIP_REVISION_REFUSED.because(
                step.operation() + " wants other steps after it, and may not: " + why);
    }
}
