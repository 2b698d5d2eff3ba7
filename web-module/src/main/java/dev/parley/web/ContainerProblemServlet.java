package dev.parley.web;

import dev.parley.message.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The error page: answers the container's own errors, such as 401, with a problem object. What fails there because the
 * server starts or stops may succeed when the request is repeated, and says so.
 */
@WebServlet("/problem")
public class ContainerProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final RefusedLogins LOGINS = new RefusedLogins(System::nanoTime);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            LOGINS.refused(request);
        }
        response.setStatus(problem.status());
        if (problem.status() == 503) {
            response.setIntHeader("Retry-After", ProblemAnswer.RETRY_AFTER);
        }
        response.setContentType(ProblemAnswer.TYPE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && Failure.of(thrown).isTransient()) {
            return HttpProblem.unavailable();
        }
        // Absent if somebody asks for this path itself
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return HttpProblem.of(status instanceof Integer error ? error : 404);
    }
}
