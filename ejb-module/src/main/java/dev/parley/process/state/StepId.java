package dev.parley.process.state;

/**
 * One step of an instance: that of a round has the numbers of its rounds behind its name, as in {@code pick.2}.
 *
 * @param name its name in the definition
 * @param rounds the rounds that it is in, from outside, each with a dot before it; empty for none
 */
public record StepId(String name, String rounds) {

    /** The step that a text names. */
    public static StepId of(String text) {
        int end = text.indexOf('.');
        return end < 0 ? new StepId(text, "") : new StepId(text.substring(0, end), text.substring(end));
    }

    /** Whether it is in these rounds, or in rounds within them. */
    public boolean isIn(String outer) {
        return rounds.equals(outer) || rounds.startsWith(outer + ".");
    }

    @Override
    public String toString() {
        return name + rounds;
    }
}
