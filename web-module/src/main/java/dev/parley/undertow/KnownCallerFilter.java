package dev.parley.undertow;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * The filter that keeps on the connection whom the container has let pass. It is a filter, as handlers of the container
 * are called before it has looked at the caller's roles.
 */
public final class KnownCallerFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            KnownCaller.keep(ServletRequestContext.requireCurrent().getExchange(), http);
        }
        chain.doFilter(request, response);
    }
}
