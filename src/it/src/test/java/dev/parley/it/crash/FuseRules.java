package dev.parley.it.crash;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a fuse, for Byteman.
 *
 * @param directory where files say which of them is lit
 */
record FuseRules(Path directory) {

    /** The rules of all points. */
    String text() {
        Stream<String> begin = Stream.of(Fuse.Transaction.values()).map(this::beginning);
        Stream<String> points = Stream.of(CrashPoint.values()).map(this::end);
        Stream<String> onePhase = Stream.of(OnePhasePoint.values()).map(point -> point.rule(file(point.name())));
        Stream<String> outbox = Stream.of(OutboxPoint.values()).map(point -> point.rule(file(point.name())));
        return Stream.of(begin, points, onePhase, outbox)
                .flatMap(rules -> rules)
                .collect(Collectors.joining("\n"));
    }

    /** Only one thread can delete the file. */
    private String beginning(Fuse.Transaction transaction) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                AT ENTRY
                BIND file : java.io.File = %s
                IF file.delete()
                DO flag(Thread.currentThread())
                ENDRULE
                """
                .formatted(transaction, transaction.type, transaction.method, file(transaction.name()));
    }

    private String end(CrashPoint point) {
        String record = point.isInStore() ? " AND $2.endsWith(\"AtomicAction\")" : "";
        return point.rule(file(point.name()), "flagged(Thread.currentThread()) AND file.exists()" + record);
    }

    private String file(String name) {
        return "new java.io.File(\"" + directory.resolve(name) + "\")";
    }
}
