package dev.parley.directory;

import org.jspecify.annotations.Nullable;

/** The method of an operation, on whatever has it. */
@FunctionalInterface
interface Callee {

    /**
     * Calls the method.
     *
     * @throws Exception what the method threw, itself
     */
    @Nullable
    Object call(@Nullable Object... arguments) throws Exception;
}
