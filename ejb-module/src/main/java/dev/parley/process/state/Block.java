package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a block.
 *
 * @param chosen which of its lists was chosen; -1 for none
 * @param items the items of its rounds
 * @param winners the branches that are done, in that order
 * @param lost the branches that have failed, and are undone while others go on
 * @param failure the fault for which it is being undone, so that what follows goes on; null if it is not
 */
public record Block(
        int chosen, List<JsonNode> items, List<Integer> winners, List<Integer> lost, @Nullable JsonNode failure) {

    /** A block of which nothing is known yet. */
    public static final Block NEW = new Block(-1, List.of(), List.of(), List.of(), null);

    public Block {
        items = List.copyOf(items);
        winners = List.copyOf(winners);
        lost = List.copyOf(lost);
    }

    public Block choosing(int list) {
        return new Block(list, items, winners, lost, failure);
    }

    public Block over(List<JsonNode> its) {
        return new Block(chosen, its, winners, lost, failure);
    }

    public Block won(int branch) {
        List<Integer> more = new ArrayList<>(winners);
        more.add(branch);
        return new Block(chosen, items, more, lost, failure);
    }

    public Block lost(int branch) {
        List<Integer> more = new ArrayList<>(lost);
        more.add(branch);
        return new Block(chosen, items, winners, more, failure);
    }

    public Block failing(JsonNode fault) {
        return new Block(chosen, items, winners, lost, fault);
    }
}
