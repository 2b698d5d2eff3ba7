package dev.parley.undertow;

import dev.parley.web.Client;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * The extension that shows the client of each request, so that nobody waits for one that has gone: the container itself
 * looks at a connection again when it has answered.
 */
public final class ClientsInSight implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        String filter = Shown.class.getName();
        deployment.addFilter(Servlets.filter(filter, Shown.class).setAsyncSupported(true));
        deployment.addFilterUrlMapping(filter, "/*", DispatcherType.REQUEST);
    }

    /** The filter that shows it to what comes after. */
    public static final class Shown implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var exchange = ServletRequestContext.requireCurrent().getExchange();
            request.setAttribute(
                    Client.class.getName(), (Client) result -> new ClientWatch(exchange, result).beginSoon());
            chain.doFilter(request, response);
        }
    }
}
