package dev.parley.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What holds, or does not, of what is known. */
public sealed interface Condition {

    /**
     * Whether it holds there. Where a pointer finds nothing, nothing can be said of it but that it is not present, and
     * not any value.
     */
    boolean holds(Scope scope);

    /** All pointers in it. */
    Stream<Reference> references();

    /** Each test of what is at a pointer. */
    record Compare(Reference reference, List<Test> tests) implements Condition {

        public Compare {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean holds(Scope scope) {
            return tests.stream().allMatch(test -> test.passes(scope.find(reference.pointer()), scope));
        }

        @Override
        public Stream<Reference> references() {
            return Stream.concat(Stream.of(reference), tests.stream().flatMap(t -> t.operand()
                    .references()));
        }
    }

    /**
     * One comparison.
     *
     * @param comparison how
     * @param operand with what
     */
    record Test(Comparison comparison, Value operand) {

        boolean passes(JsonNode found, Scope scope) {
            try {
                return comparison.holds(found, operand.in(scope));
            } catch (ValueMissing e) {
                return comparison == Comparison.IS_NOT && !found.isMissingNode();
            }
        }
    }

    /** All of them hold. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Scope scope) {
            return conditions.stream().allMatch(c -> c.holds(scope));
        }

        @Override
        public Stream<Reference> references() {
            return conditions.stream().flatMap(Condition::references);
        }
    }

    /** One of them holds, or more. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Scope scope) {
            return conditions.stream().anyMatch(c -> c.holds(scope));
        }

        @Override
        public Stream<Reference> references() {
            return conditions.stream().flatMap(Condition::references);
        }
    }

    /** It does not hold. */
    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(Scope scope) {
            return !condition.holds(scope);
        }

        @Override
        public Stream<Reference> references() {
            return condition.references();
        }
    }
}
