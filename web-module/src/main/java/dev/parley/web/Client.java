package dev.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;

/**
 * The client of a request, as far as its connection shows it. Where the web container shows it, it is an attribute of
 * the request with the name of this class.
 */
@FunctionalInterface
public interface Client {

    /** Cancels what a client awaits if it closes its connection before that has come. */
    void awaits(CompletableFuture<?> result);

    /** The same for the client of a request, if it can be seen; what comes back is what it awaits. */
    static <T> CompletableFuture<T> awaits(HttpServletRequest request, CompletableFuture<T> result) {
        if (request.getAttribute(Client.class.getName()) instanceof Client client) {
            client.awaits(result);
        }
        return result;
    }
}
