package dev.parley.value;

import com.fasterxml.jackson.databind.JsonNode;

/** What an application's code makes of what an instance knows, in processes that are defined in code. */
@FunctionalInterface
public interface Mappings {

    /** The root of pointers to what code makes. */
    String ROOT = "code";

    /** No code at all. */
    Mappings NONE = (process, name, scope) -> {
        throw gone(process, name);
    };

    /**
     * What the code makes.
     *
     * @param process the process that it is a part of
     * @param name its name in there
     * @param scope what is known
     * @throws ValueMissing if there is no such code, or it throws
     */
    JsonNode map(String process, String name, Scope scope);

    /** The failure of code that is not there any more. */
    static ValueMissing gone(String process, String name) {
        return new ValueMissing(
                ValueMissing.Reason.MAPPING_GONE, "Process '" + process + "' has no code for '" + name + "' any more");
    }
}
