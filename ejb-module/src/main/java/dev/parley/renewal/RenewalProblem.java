package dev.parley.renewal;

import dev.parley.message.ProblemKind;

/** The problems of pools and their grants. */
public enum RenewalProblem implements ProblemKind {
    POOL_UNKNOWN(404, "Pool unknown"),
    POOL_MISSING(400, "No pool named"),
    POOL_NOT_YOURS(403, "Not allowed"),
    HOLDER_REFUSED(403, "Not allowed"),
    POOLS_TOO_MANY(409, "Too many pools"),
    POOL_IN_USE(409, "The pool is in use"),
    POOL_EXHAUSTED(409, "Nothing is free"),
    GRANT_UNKNOWN(404, "Grant unknown"),
    GRANT_MISSING(400, "No grant named"),
    GRANT_ENDED(410, "The grant has ended"),
    GRANT_WAITING(409, "Nothing is granted yet"),
    GRANT_TOO_OLD(409, "Held as long as allowed"),
    PING_MISSING(400, "No ping named"),
    PING_UNKNOWN(409, "No such ping"),
    TYPE_UNKNOWN(400, "JMSType not understood"),
    RENEWAL_UNSUPPORTED(409, "Nothing to renew");

    private final int status;
    private final String title;

    RenewalProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
