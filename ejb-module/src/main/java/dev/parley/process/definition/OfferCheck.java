package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ParleyOperations;
import dev.parley.message.Violation;
import dev.parley.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a process asks: operations that there are, whose requests fit, and compensations that can do what may be asked
 * of them.
 */
public final class OfferCheck {

    private final ProcessDefinition definition;
    private final Offers offers;
    private final List<Violation> errors = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();

    public OfferCheck(ProcessDefinition definition, Offers offers) {
        this.definition = definition;
        this.offers = offers;
        definition
                .allSteps()
                .filter(Step.Operation.class::isInstance)
                .map(Step.Operation.class::cast)
                .forEach(this::check);
    }

    /** What cannot work. */
    public List<Violation> errors() {
        return List.copyOf(errors);
    }

    /** What may be regretted. */
    public List<Violation> warnings() {
        return List.copyOf(warnings);
    }

    /** Both. */
    List<Violation> all() {
        return Stream.concat(errors.stream(), warnings.stream()).toList();
    }

    private void check(Step.Operation step) {
        String at = step.head().at();
        Offer offer = offers.of(step.operation());
        if (offer == null) {
            errors.add(
                    new Violation(at + "/operation", "an operation that is there; '" + step.operation() + "' is not"));
            return;
        }
        if (step.operation().equals(definition.name()) || offer.asks().contains(definition.name())) {
            errors.add(new Violation(at + "/operation", "no process that asks, by whatever way, for this one"));
        }
        if (step.input() instanceof Value.Literal literal) {
            request(at + member(step), offer, literal.json());
        } else if (SlipSteps.isOne(step)) {
            request(at + "/slip", offer, SlipSteps.known(step));
        }
        outcome(step, offer);
        compensation(step, offer);
    }

    private void request(String at, Offer offer, JsonNode request) {
        offer.violations(request).forEach(v -> errors.add(new Violation(at + v.field(), v.expected())));
    }

    /** Where the request stands. */
    private static String member(Step.Operation step) {
        return switch (step.operation()) {
            case ParleyOperations.GATHER -> "/gather";
            case ParleyOperations.PUBLISH -> "/publish";
            default -> "/input";
        };
    }

    private void outcome(Step.Operation step, Offer offer) {
        String name = offer.outcome();
        if (name != null && step.head().onUnknown() == OnUnknown.ASK && offers.of(name) == null) {
            errors.add(new Violation(
                    step.head().at() + "/operation",
                    "an operation whose 'outcome' is there; '" + name + "' is not, or \"onUnknown\": \"stop\""));
        }
    }

    private void compensation(Step.Operation step, Offer offer) {
        String at = step.head().at() + "/compensation";
        String name = step.compensation() != null ? step.compensation() : offer.compensation();
        if (name == null) {
            uncompensated(step, offer, at);
            if (offer.kind() == Offer.Kind.PROCESS && !offer.undoesItself() && !step.pivot()) {
                errors.add(
                        new Violation(at, "an operation that undoes it: a process with a pivot does not undo itself"));
            }
            return;
        }
        Offer undoing = offers.of(name);
        if (undoing == null) {
            errors.add(new Violation(at, "an operation that is there; '" + name + "' is not"));
        } else if (offer.kind() == Offer.Kind.PROVIDER) {
            unknown(step, offer, undoing, at);
        } else {
            reply(step, offer, undoing, at);
        }
    }

    /** Whoever takes the reply of what it undoes has to find in it what it needs. */
    private void reply(Step.Operation step, Offer offer, Offer undoing, String at) {
        Set<String> there = offer.replies();
        if (there == null || !undoing.takesReply()) {
            return;
        }
        List<String> missing = undoing.needs().stream()
                .filter(member -> !there.contains(member))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            errors.add(new Violation(
                    at,
                    "an operation that takes what '" + step.operation() + "' replies, which has no "
                            + String.join(", ", missing)));
        }
    }

    /** Of what nobody undoes nobody may know either whether it was done. */
    private void uncompensated(Step.Operation step, Offer offer, String at) {
        boolean goesOn = step.head().onFault().handles("outcome-unknown");
        if (offer.kind() != Offer.Kind.PROVIDER || ParleyOperations.serve(step.operation()) || step.pivot() || goesOn) {
            return;
        }
        if (step.head().onUnknown() == OnUnknown.COMPENSATE) {
            warnings.add(
                    new Violation(
                            at,
                            "an operation that undoes it: what it may have done stands, and is named in the fault's 'unknown'"));
        } else if (step.head().onUnknown() == OnUnknown.ASK && offer.outcome() == null) {
            warnings.add(new Violation(
                    at,
                    "an operation that undoes it: the step waits for a person if nobody knows whether it was done;"
                            + " or \"onUnknown\": \"compensate\" if it may stand, \"stop\" if that is meant"));
        }
    }

    /** Silence of somebody outside has to be undone, too. */
    private void unknown(Step.Operation step, Offer offer, Offer undoing, String at) {
        if (!isCompensatedUnknown(step, offer.outcome())) {
            return;
        }
        if (!undoing.undoesUnknown()) {
            errors.add(new Violation(
                    at,
                    "an operation that takes {request, reply, outcome}: nobody may know whether the step was done;"
                            + " or \"onUnknown\": \"stop\", or an 'outcome' operation in the directory and \"ask\""));
        }
        if (!offer.fenced()) {
            warnings.add(
                    new Violation(
                            step.head().at() + "/operation",
                            "a provider with a fence: a request that is taken late is kept from being done by its expiry alone"));
        }
    }

    private static boolean isCompensatedUnknown(Step.Operation step, @Nullable String outcome) {
        return switch (step.head().onUnknown()) {
            case COMPENSATE -> true;
            case ASK -> outcome == null;
            case STOP -> false;
        };
    }
}
