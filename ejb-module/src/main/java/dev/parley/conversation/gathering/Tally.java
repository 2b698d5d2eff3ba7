package dev.parley.conversation.gathering;

import java.time.Instant;

/**
 * The tally of a gathering: as much of it as decides whether it is complete.
 *
 * @param expected how many were asked
 * @param replies how many of them have replied
 * @param faults how many have answered with a fault
 * @param quietSince when somebody answered last, or it began
 * @param enough true if the operation that decides has said so
 * @param undecided true if that operation has yet to answer
 */
public record Tally(int expected, int replies, int faults, Instant quietSince, boolean enough, boolean undecided) {

    int outstanding() {
        return expected - replies - faults;
    }
}
