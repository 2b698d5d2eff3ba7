package dev.parley.engine.deadletter;

import dev.parley.message.Page;
import java.util.List;

/**
 * What was found among the dead letters.
 *
 * @param groups those that were asked for, grouped, the largest group first
 * @param page a page of them, in the order of the queue
 * @param whole false if there are more dead letters than were looked at
 */
public record DeadLetterList(List<DeadLetterGroup> groups, Page<DeadLetter> page, boolean whole) {

    public DeadLetterList {
        groups = List.copyOf(groups);
    }
}
