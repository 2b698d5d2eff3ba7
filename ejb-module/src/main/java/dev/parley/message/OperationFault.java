package dev.parley.message;

/**
 * The kind of a fault that an operation declares: its name is the application's, it has no status, and it is in no
 * catalogue.
 *
 * @param name what the operation calls it
 */
public record OperationFault(String name) implements ProblemKind {

    @Override
    public int status() {
        return 0;
    }

    @Override
    public String title() {
        return "Fault of the operation";
    }

    @Override
    public String label() {
        return name;
    }
}
