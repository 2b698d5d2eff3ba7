package dev.parley.conversation;

import java.time.Duration;
import java.util.List;

/**
 * The providers of an operation outside of the EAR, and the terms on which they are asked.
 *
 * @param providers each request goes to one of them; empty if they register themselves, and nobody has
 * @param timeout how long an attempt waits for its answer
 * @param retry when and how often it is asked again
 */
public record Provision(List<Provider> providers, Duration timeout, Retry retry) {

    public Provision {
        providers = List.copyOf(providers);
    }
}
