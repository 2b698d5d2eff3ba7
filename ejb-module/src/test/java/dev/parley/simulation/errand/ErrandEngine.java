package dev.parley.simulation.errand;

import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;

/** Has requests for errands begin errands. */
public final class ErrandEngine implements PatternEngine {

    @Override
    public String pattern() {
        return ErrandPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation().name().equals(ErrandPattern.NAME);
    }
}
