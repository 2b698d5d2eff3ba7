package dev.parley.it.probe;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;

/** Runs in the server: GET tells what the broker has prepared, POST executes SQL. Only for servers of these tests. */
@WebServlet("/*")
public class ProbeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BROKER = "jboss.as:subsystem=messaging-activemq,server=default";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Object prepared = ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(BROKER), "listPreparedTransactions", new Object[0], new String[0]);
            response.getWriter().println(String.join("\n", (String[]) prepared));
        } catch (JMException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String sql = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        response.setContentType("text/plain;charset=UTF-8");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                print(statement.getResultSet(), response);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void print(ResultSet rows, HttpServletResponse response) throws IOException, SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder line = new StringBuilder(String.valueOf(rows.getString(1)));
            for (int column = 2; column <= columns; column++) {
                line.append('\t').append(rows.getString(column));
            }
            response.getWriter().println(line);
        }
    }
}
