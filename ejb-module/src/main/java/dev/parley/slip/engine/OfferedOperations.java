package dev.parley.slip.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperations;
import dev.parley.slip.OrderReader;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.undo.UndoPattern;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The operations that send slips on their way, and have what has ended go back. */
@Dependent
public class OfferedOperations implements PatternOperations {

    private final SlipLimits limits;
    private final SlipOffers offers;

    /** The operations, by what is configured and which others there are. */
    @Inject
    public OfferedOperations(SlipLimits limits, SlipOffers offers) {
        this.limits = limits;
        this.offers = offers;
    }

    @Override
    public Map<String, OperationResolution> served(Collection<String> operations) {
        Map<String, OperationResolution> served = new HashMap<>();
        if (operations.contains(ParleyOperations.SLIP)) {
            served.put(ParleyOperations.SLIP, new SlipResolution(new OrderReader(limits, offers)));
        }
        if (operations.contains(UndoPattern.OPERATION)) {
            served.put(UndoPattern.OPERATION, new UndoResolution());
        }
        return served;
    }
}
