package dev.parley.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** How two values are compared; numbers by what they are, not by how they are written. */
public enum Comparison {
    IS("is") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return same(found, operand);
        }
    },
    IS_NOT("isNot") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return !same(found, operand);
        }
    },
    LESS("less") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return comparable(found, operand) && compare(found, operand) < 0;
        }
    },
    MORE("more") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return comparable(found, operand) && compare(found, operand) > 0;
        }
    },
    IN("in") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return StreamSupport.stream(operand.spliterator(), false).anyMatch(item -> same(found, item));
        }
    },
    PRESENT("present") {
        @Override
        boolean holds(JsonNode found, JsonNode operand) {
            return operand.asBoolean() != (found.isMissingNode() || found.isNull());
        }
    };

    private final String member;

    Comparison(String member) {
        this.member = member;
    }

    /** Its name in a definition. */
    public String member() {
        return member;
    }

    abstract boolean holds(JsonNode found, JsonNode operand);

    private static boolean same(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) ? compare(a, b) == 0 : a.equals(b);
    }

    private static boolean comparable(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) || (a.isTextual() && b.isTextual());
    }

    private static int compare(JsonNode a, JsonNode b) {
        return a.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.textValue().compareTo(b.textValue());
    }
}
