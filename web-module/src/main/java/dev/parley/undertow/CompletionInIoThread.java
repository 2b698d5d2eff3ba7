package dev.parley.undertow;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.RejectedExecutionException;

/**
 * The extension that lets a connection become ready for its next request in its I/O thread, instead of in the thread
 * that has written the answer.
 *
 * <p>The server's own way is a short lock on the connection, which the I/O thread waits for in a loop if the client is
 * quick: it has the answer before the lock is taken. Where there are few processors, it is the I/O thread's loop that
 * keeps the other thread from going on, until its time is up.
 */
public final class CompletionInIoThread implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.addExchangeCompleteListener(CompletionInIoThread::complete);
            next.handleRequest(exchange);
        });
    }

    private static void complete(HttpServerExchange exchange, ExchangeCompletionListener.NextListener next) {
        if (exchange.isInIoThread()) {
            next.proceed();
            return;
        }
        try {
            exchange.getIoThread().execute(next::proceed);
        } catch (RejectedExecutionException e) {
            next.proceed(); // the server stops
        }
    }
}
