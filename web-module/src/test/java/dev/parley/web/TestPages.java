package dev.parley.web;

/** Parameters of pages, as Jakarta REST would fill them in. */
public final class TestPages {

    private TestPages() {}

    /** The same parameters, with a cursor and a limit. */
    public static <P extends PageParameters> P page(P parameters, String after, String limit) {
        parameters.after = after;
        parameters.limit = limit;
        return parameters;
    }
}
