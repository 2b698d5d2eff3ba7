package dev.parley.process.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Steps;
import java.util.Map;
import java.util.function.Function;

/**
 * A process as code has built it.
 *
 * @param definition its definition, in which the code stands by name
 * @param code the code
 */
public record BuiltProcess(ObjectNode definition, Map<String, Function<Steps.Known<Object>, ?>> code) {

    public BuiltProcess {
        code = Map.copyOf(code);
    }
}
