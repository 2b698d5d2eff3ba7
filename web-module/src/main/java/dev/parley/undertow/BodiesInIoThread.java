package dev.parley.undertow;

import dev.parley.web.RequestBodies;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the body of each request before anybody is asked to look at it, in the I/O thread of its connection: a client
 * that sends slowly, or not at all, holds no thread of the server, whether it is known or not.
 *
 * <p>It comes last in the list of extensions, and so is asked first.
 */
public final class BodiesInIoThread implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        AtomicLong taken = new AtomicLong();
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            BasicCredentials.dropOdd(exchange);
            if (exchange.isInIoThread()
                    && !exchange.isRequestComplete()
                    && context.getAttribute(RequestBodies.class.getName()) instanceof RequestBodies bounds) {
                new IncomingContent(exchange, next, bounds, taken).read();
            } else {
                next.handleRequest(exchange);
            }
        });
    }
}
