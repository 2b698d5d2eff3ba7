package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;

/** The form in which a gathering is shown. */
public final class GatheringForm {

    /** The member with what came. */
    public static final String ANSWERS = "answers";

    /** The member with those who have not answered. */
    public static final String MISSING = "missing";

    /** The exchange of which faults alone come back. */
    private static final String ROBUST = "robust-out-only";

    private GatheringForm() {}

    /** The result: what came, who has not answered, and by what it ended. */
    public static ObjectNode result(Gathering gathering) {
        ObjectNode json = StateJson.object();
        json.set(ANSWERS, answers(gathering));
        gathering.missing().forEach(json.putArray(MISSING)::add);
        if (gathering.ended() != null) {
            json.put("complete", gathering.ended());
            gathering.choice().from(gathering.replies()).ifPresent(taken -> json.set("taken", one(taken)));
        }
        return json;
    }

    /** The gathering as it stands: with who was expected, and what it waits for. */
    public static ObjectNode shown(Gathering gathering) {
        ObjectNode json = StateJson.object().put("exchange", gathering.exchange());
        if (!gathering.completion().any().isEmpty()) {
            json.put("completes", gathering.completion().label());
        }
        json.put("atLeast", gathering.completion().atLeast());
        gathering.expected().forEach(json.putArray("expected")::add);
        json.setAll(result(gathering));
        if (gathering.exchange().equals(ROBUST)) {
            ArrayNode faults = json.putArray("faults");
            gathering.answers().stream().filter(answer -> !answer.isReply()).forEach(answer -> faults.add(one(answer)));
        }
        Choice choice = gathering.choice();
        if (choice.losers() != Losers.IGNORE) {
            json.put("losers", choice.losers().label());
            choice.undoneBySomething().forEach(json.putArray("undone")::add);
            ArrayNode undoing = json.putArray("undoing");
            choice.undoneBySomething().forEach(name -> undoing.addObject()
                    .put("from", name)
                    .put("status", choice.howFar(name).name()));
            if (!choice.kept().isEmpty()) {
                choice.kept().forEach(json.putArray("kept")::add);
            }
        }
        return json;
    }

    /** The gathering as it stands, JSON text. */
    public static String text(Gathering gathering) {
        return shown(gathering).toString();
    }

    static ArrayNode answers(Gathering gathering) {
        ArrayNode answers = StateJson.object().putArray(ANSWERS);
        gathering.answers().forEach(answer -> answers.add(one(answer)));
        return answers;
    }

    private static ObjectNode one(GatheredAnswer answer) {
        ObjectNode json = StateJson.object()
                .put("from", answer.from())
                .put("at", answer.at().toString());
        json.set(answer.isReply() ? "reply" : "fault", answer.body());
        return json;
    }
}
