package dev.parley.undertow;

import dev.parley.web.relay.DirectCalls;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/**
 * The extension that answers the frequent calls of mailboxes in the I/O thread of their connection, as long as it is
 * known who calls: then neither the container nor Jakarta REST has a part in it, and no thread waits for the commit.
 *
 * <p>The container has authenticated the caller on the same connection with the same credentials, and let the call
 * pass, no longer ago than {@link DirectCalls#identity()}. So it is noticed after that time that a caller was removed.
 * All else takes the usual way.
 */
public final class DirectMailCalls implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            DirectCalls calls = calls(context);
            if (calls == null || !new DirectExchange(exchange, calls).begin()) {
                next.handleRequest(exchange);
            }
        });
        String filter = KnownCallerFilter.class.getName();
        deployment.addFilter(Servlets.filter(filter, KnownCallerFilter.class).setAsyncSupported(true));
        deployment.addFilterUrlMapping(filter, "/*", DispatcherType.REQUEST);
    }

    private static @Nullable DirectCalls calls(ServletContext context) {
        return context.getAttribute(DirectCalls.class.getName()) instanceof DirectCalls calls ? calls : null;
    }
}
