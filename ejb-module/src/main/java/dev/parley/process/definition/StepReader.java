package dev.parley.process.definition;

import com.fasterxml.jackson.core.JsonPointer;
import dev.parley.conversation.ParleyOperations;
import dev.parley.value.Reference;
import dev.parley.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads steps that are no blocks. */
final class StepReader {

    private StepReader() {}

    /** A kind of step: the member that makes it one, what else it may have, and how it is read. */
    record Kind(String member, List<String> members, Reading reading) {

        /** All members that a step of the kind may have. */
        List<String> known() {
            return Stream.of(HeadReader.KNOWN, List.of(member), members)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** How a step is read. */
    @FunctionalInterface
    interface Reading {
        Step read(Part step, Head head);
    }

    /** What a step may have that asks what Parley itself serves. */
    private static final List<String> ASKING = List.of(HeadReader.TIMEOUT, "compensation", "pivot");

    static final List<Kind> KINDS = List.of(
            new Kind(
                    "operation",
                    List.of(HeadReader.TIMEOUT, "input", "compensation", "pivot", "retry", "onUnknown"),
                    StepReader::operation),
            new Kind("gather", ASKING, (step, head) -> parleys(step, head, "gather", ParleyOperations.GATHER)),
            new Kind("publish", ASKING, (step, head) -> parleys(step, head, "publish", ParleyOperations.PUBLISH)),
            new Kind(
                    "await",
                    List.of(HeadReader.TIMEOUT, "from", "schema", "key", "start", "collect"),
                    AwaitReader::read),
            new Kind("slip", List.of(HeadReader.TIMEOUT, "pivot", "retry"), SlipSteps::read),
            new Kind("wait", List.of(), StepReader::wait));

    private static Step operation(Part step, Head head) {
        Value input = step.valueOrNull("input");
        return new Step.Operation(
                head,
                step.text("operation", Part.OPERATION, Part.OPERATION_WANTED),
                input == null ? wholeRequest(step) : input,
                step.textOrNull("compensation", Part.OPERATION, Part.OPERATION_WANTED),
                step.flag("pivot"));
    }

    /** A step that asks an operation of Parley's own, whose request is the member that makes it one. */
    private static Step parleys(Part step, Head head, String member, String operation) {
        if (!step.get(member).isObject()) {
            step.refuse(member, "an object, as a request to " + operation + " has it");
        }
        Value input = step.valueOrNull(member);
        return new Step.Operation(
                head,
                operation,
                input == null ? wholeRequest(step) : input,
                step.textOrNull("compensation", Part.OPERATION, Part.OPERATION_WANTED),
                step.flag("pivot"));
    }

    private static Value wholeRequest(Part step) {
        return new Value.Pointed(new Reference(JsonPointer.compile("/request"), step.at(), false));
    }

    private static Step wait(Part step, Head head) {
        @Nullable Value until = step.valueOrNull("wait");
        if (until instanceof Value.Literal text && !Times.isTime(text.json())) {
            step.refuse("wait", "an ISO 8601 duration or time, such as PT1H, or a pointer to one");
        }
        return new Step.Wait(head, until == null ? wholeRequest(step) : until);
    }
}
