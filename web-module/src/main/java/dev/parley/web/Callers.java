package dev.parley.web;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The callers, as the container authenticated them. */
public final class Callers {

    /** The role of those who see everything. */
    static final String OPERATOR = "operator";

    private Callers() {}

    /**
     * The caller.
     *
     * @throws Refusal {@code unauthorized}; only if the deployment's security constraint is gone
     */
    public static Caller of(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        if (principal == null) {
            throw new Refusal(HttpProblem.of(401));
        }
        return new Caller(principal.getName(), security.isUserInRole(OPERATOR));
    }
}
