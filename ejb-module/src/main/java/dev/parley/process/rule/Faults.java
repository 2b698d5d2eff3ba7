package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Event;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.message.CommonProblem;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.process.definition.Offer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fault says of whether something was done. */
final class Faults {

    /** Names under which exchanges end without the operation's own word. */
    private static final Set<String> FAILED = Set.of("operation-failed", "expired", "cancelled", "provider-timeout");

    /** After these, somebody outside may have done it. */
    private static final Set<String> IN_DOUBT = Set.of(
            "provider-timeout", "provider-gone", "provider-answer-unusable", "expired", "cancelled", "outcome-unknown");

    private Faults() {}

    /** What is known. */
    enum Meaning {
        /** The operation has said no. */
        DECLINED,
        /** It failed, and was not done. */
        NOT_DONE,
        /** Nobody knows. */
        IN_DOUBT,
        /** It cannot even be asked. */
        UNUSABLE,
        /** It was done, and its reply is not there. */
        DONE
    }

    static Meaning meaning(Event.Answered answer, JsonNode fault, @Nullable Offer offer) {
        String name = name(fault);
        if (answer.conversationId() == null) {
            return Meaning.UNUSABLE;
        }
        if (offer != null && offer.kind() == Offer.Kind.PROCESS) {
            // it says so when it has ended, and with that has undone itself
            return Meaning.DECLINED;
        }
        boolean outside = offer == null || offer.kind() == Offer.Kind.PROVIDER;
        if (outside && (name.equals(ProcessProblem.REPLY_TOO_LARGE.label()) || isReplyTooLarge(name, fault))) {
            return Meaning.DONE;
        }
        if (outside && IN_DOUBT.contains(name)) {
            return Meaning.IN_DOUBT;
        }
        return FAILED.contains(name) ? Meaning.NOT_DONE : Meaning.DECLINED;
    }

    /** Whether somebody outside has replied, with more than a message may have: whoever replies has done it. */
    private static boolean isReplyTooLarge(String name, JsonNode fault) {
        return name.equals(ExchangeProblem.PROVIDER_ANSWER_UNUSABLE.label())
                && fault.path("answer").asText().equals(MessageKind.REPLY.label())
                && fault.path("reason").asText().equals(CommonProblem.MESSAGE_TOO_LARGE.label());
    }

    /** Whether it says that what was withdrawn has no effect: nobody had begun it, or it has undone itself. */
    static boolean isWithdrawn(JsonNode fault, @Nullable Offer offer) {
        boolean process = offer != null && offer.kind() == Offer.Kind.PROCESS;
        return name(fault).equals(process ? "cancelled" : "withdrawn");
    }

    static boolean isInDoubt(String name) {
        return IN_DOUBT.contains(name);
    }

    /** The name of a fault: the last part of its type. */
    static String name(JsonNode fault) {
        String type = fault.path("type").asText();
        return type.startsWith(Problem.TYPE_PREFIX) ? type.substring(Problem.TYPE_PREFIX.length()) : type;
    }

    /** The problem as it is kept. */
    static JsonNode json(Problem problem) {
        return parse(problem.toJson());
    }

    /** What was answered; what is no JSON, which nobody sends, as text. */
    static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JsonText.parseExactly(body);
        } catch (Refusal e) {
            return JsonNodeFactory.instance.textNode(body);
        }
    }
}
