package dev.parley.conversation.gathering;

import dev.parley.conversation.PatternState;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a gathering.
 *
 * @param exchange what comes back, by its name on the wire
 * @param completion when it has what it wants
 * @param expected who was asked
 * @param answers what came of them, each once, in the order in which it came
 * @param ticket what makes the tickets by which those answer who are asked by messages; empty where nobody is
 * @param quietSince when somebody answered last, or it began
 * @param decision how far the operation is that decides
 * @param choice which of the replies is wanted, and what becomes of the others
 * @param asking true as long as it is not known who is asked
 * @param ended by what it ended; null while it goes on
 */
public record Gathering(
        String exchange,
        Completion completion,
        List<String> expected,
        List<GatheredAnswer> answers,
        String ticket,
        Instant quietSince,
        Deciding decision,
        Choice choice,
        boolean asking,
        @Nullable String ended)
        implements PatternState {

    public Gathering {
        expected = List.copyOf(expected);
        answers = List.copyOf(answers);
    }

    /**
     * How far the operation is that decides whether there is enough.
     *
     * @param shown how many answers it was shown last
     * @param asked true if it has not answered since
     * @param enough true if it has said so
     */
    public record Deciding(int shown, boolean asked, boolean enough) {

        /** Nothing has been shown to it. */
        public static final Deciding NOT_YET = new Deciding(0, false, false);
    }

    /** A gathering that begins. */
    public static Gathering begun(
            String exchange, Completion completion, Choice choice, List<String> expected, String ticket, Instant now) {
        return new Gathering(
                exchange, completion, expected, List.of(), ticket, now, Deciding.NOT_YET, choice, false, null);
    }

    /** The same as long as it is not known who is asked. */
    public Gathering findingOut() {
        return new Gathering(
                exchange, completion, expected, answers, ticket, quietSince, decision, choice, true, ended);
    }

    /** The same when it is known who is asked. */
    Gathering asked(List<String> names, Instant now) {
        return new Gathering(exchange, completion, names, answers, ticket, now, decision, choice, false, ended);
    }

    /** Those who have not answered. */
    public List<String> missing() {
        Set<String> missing = new LinkedHashSet<>(expected);
        answers.forEach(answer -> missing.remove(answer.from()));
        return List.copyOf(missing);
    }

    /** The replies, without faults. */
    public List<GatheredAnswer> replies() {
        return answers.stream().filter(GatheredAnswer::isReply).toList();
    }

    boolean waitsFor(String name) {
        return expected.contains(name)
                && answers.stream().noneMatch(answer -> answer.from().equals(name));
    }

    Tally tally() {
        int replies = replies().size();
        boolean decides = decider().isPresent() && !decision.enough();
        boolean undecided = decides && (decision.asked() || decision.shown() < answers.size());
        return new Tally(expected.size(), replies, answers.size() - replies, quietSince, decision.enough(), undecided);
    }

    /** The operation that decides, if one does. */
    Optional<String> decider() {
        return completion.any().stream()
                .filter(Criterion.Enough.class::isInstance)
                .map(criterion -> ((Criterion.Enough) criterion).operation())
                .findFirst();
    }

    /** True if the operation that decides is to be asked now. */
    boolean asksDecider() {
        return decider().isPresent() && !decision.asked() && !decision.enough() && decision.shown() < answers.size();
    }

    Gathering answered(GatheredAnswer answer) {
        List<GatheredAnswer> all = new ArrayList<>(answers);
        all.add(answer);
        return new Gathering(exchange, completion, expected, all, ticket, answer.at(), decision, choice, asking, ended);
    }

    Gathering deciding(Deciding how) {
        return new Gathering(exchange, completion, expected, answers, ticket, quietSince, how, choice, asking, ended);
    }

    Gathering ended(String by) {
        return new Gathering(exchange, completion, expected, answers, ticket, quietSince, decision, choice, asking, by);
    }

    Gathering choosing(Choice which) {
        return new Gathering(
                exchange, completion, expected, answers, ticket, quietSince, decision, which, asking, ended);
    }

    /** True if what somebody says is to be undone, since nobody counts it. */
    boolean undoes(String name, MessageKind kind) {
        return choice.losers() == Losers.COMPENSATE
                && kind == MessageKind.REPLY
                && expected.contains(name)
                && !choice.undone().contains(name)
                && replies().stream().noneMatch(reply -> reply.from().equals(name));
    }

    /** The characters that are kept of answers. */
    int size() {
        return answers.stream()
                .mapToInt(answer -> answer.body().toString().length())
                .sum();
    }

    /** How many have answered with a fault. */
    public int faults() {
        return (int) answers.stream()
                .filter(answer -> answer.kind() == MessageKind.FAULT)
                .count();
    }

    @Override
    public @Nullable Instant dueAt() {
        return ended == null
                        && !asking
                        && CompletionPolicy.judge(completion, tally(), quietSince) instanceof Verdict.GoesOn goesOn
                ? goesOn.until()
                : null;
    }
}
