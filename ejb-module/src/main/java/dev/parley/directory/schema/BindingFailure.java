package dev.parley.directory.schema;

import java.lang.reflect.InvocationTargetException;

/** The part of a failure to bind a request that may be told: never class names, nor what the server is made of. */
final class BindingFailure {

    private BindingFailure() {}

    /** The message of the exception that the application's own constructor threw, else only that it cannot be read. */
    static String expected(Throwable failure, String operation) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Throwable thrown = t instanceof InvocationTargetException ? t.getCause() : null;
            if (thrown instanceof IllegalArgumentException && thrown.getMessage() != null) {
                return thrown.getMessage();
            }
        }
        return "an object that can be read as the request of '" + operation + "'";
    }
}
