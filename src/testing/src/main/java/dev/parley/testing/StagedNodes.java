package dev.parley.testing;

import dev.parley.conversation.Patterns;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.exchange.ExchangePattern;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.engine.MessageEngine;
import dev.parley.process.engine.OffersIn;
import dev.parley.process.engine.ProcessEngine;
import dev.parley.process.message.MessagePattern;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.turn.TurnPattern;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes with Parley's own rules and batches, which serve what a test has given them. */
final class StagedNodes {

    /** Each step in a transaction of its own: one that fails has none before it called again. */
    private static final ProcessLimits ONE_BY_ONE = new ProcessLimits(
            DefinitionLimits.DEFAULT,
            new ProcessSettings(
                    ProcessSettings.DEFAULT.maxData(),
                    ProcessSettings.DEFAULT.maxSteps(),
                    ProcessSettings.DEFAULT.backoff(),
                    ProcessSettings.DEFAULT.longestBackoff(),
                    0));

    private final List<SimulatedEngine> engines;
    private final StagedOperations operations;

    StagedNodes(StagedWorld staged, StagedOperations operations, Delivery delivery, int nodes) {
        this.operations = operations;
        ProcessLimits limits = staged.world().isCalm() ? ONE_BY_ONE : ProcessLimits.DEFAULT;
        Patterns patterns = patterns(operations, limits);
        engines = IntStream.range(0, nodes)
                .mapToObj(node -> new SimulatedEngine(
                        staged.world(),
                        staged.broker(),
                        staged.tables(),
                        patterns,
                        operations.methods(),
                        operations,
                        staged.transactions(),
                        Defect.NONE,
                        delivery,
                        List.of(
                                new ProcessEngine(limits),
                                new MessageEngine(operations.processes(), new StagedKeys(staged), limits))))
                .toList();
    }

    private static Patterns patterns(StagedOperations operations, ProcessLimits limits) {
        return new Patterns(List.of(
                new ExchangePattern(),
                new TurnPattern(SimulatedEngine.limits()),
                new ProcessPattern(
                        operations.processes(),
                        new OffersIn(operations),
                        limits,
                        operations.processes().code()),
                new MessagePattern(limits)));
    }

    StagedOperations operations() {
        return operations;
    }

    void start() {
        engines.forEach(SimulatedEngine::start);
    }

    void cancel(String conversationId, String by) {
        engines.get(0).cancel(conversationId, by);
    }
}
