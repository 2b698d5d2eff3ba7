package dev.parley.web.start;

import dev.parley.message.Caller;
import dev.parley.web.JsonAnswer;
import dev.parley.web.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The start document for who knows the name of the application alone: the root has no version. */
@WebServlet("")
public class StartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient StartDocument document;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = new Caller(request.getRemoteUser(), request.isUserInRole("operator"));
        String json = document.at(request.getContextPath() + "/v1/", caller).toString();
        response.setContentType("application/json");
        response.setHeader(SecurityHeaders.TYPE_OPTIONS, SecurityHeaders.NO_SNIFFING);
        response.setHeader("Cache-Control", JsonAnswer.CACHING);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
