package dev.parley.topic.engine.webhook;

import dev.parley.engine.jdbc.Sql;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The table of webhooks. Whoever writes it has their subscription locked. */
final class WebhookTable {

    private final Connection connection;

    WebhookTable(Connection connection) {
        this.connection = connection;
    }

    /** Locks a subscription. */
    void lock(String subscription) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name from parley_subscription where name = ? for update")) {
            select.setString(1, subscription);
            select.executeQuery().close();
        }
    }

    /** A webhook; null if nothing was stored of it yet. */
    @Nullable
    WebhookRow find(String subscription) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select secret, secret_before, before_until, proved from parley_webhook where subscription = ?")) {
            select.setString(1, subscription);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row(row) : null;
            }
        }
    }

    private static WebhookRow row(ResultSet row) throws SQLException {
        String before = row.getString(2);
        SigningSecrets secrets = new SigningSecrets(
                secret(row.getString(1)), before == null ? null : secret(before), Sql.instantOrNull(row, 3));
        return new WebhookRow(secrets, row.getString(4));
    }

    private static WebhookSecret secret(String text) {
        return WebhookSecret.parse(text).orElseThrow();
    }

    void insert(String subscription, WebhookSecret secret) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into parley_webhook (subscription, secret) values (?, ?)")) {
            insert.setString(1, subscription);
            insert.setString(2, secret.text());
            insert.executeUpdate();
        }
    }

    void change(String subscription, SigningSecrets secrets) throws SQLException {
        WebhookSecret before = secrets.before();
        try (PreparedStatement update = connection.prepareStatement(
                "update parley_webhook set secret = ?, secret_before = ?, before_until = ? where subscription = ?")) {
            update.setString(1, secrets.current().text());
            update.setString(2, before == null ? null : before.text());
            update.setObject(3, Sql.time(secrets.beforeUntil()));
            update.setString(4, subscription);
            update.executeUpdate();
        }
    }

    /** Notes that a URL has agreed. */
    void prove(String subscription, String url) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_webhook set proved = ? where subscription = ?")) {
            update.setString(1, url);
            update.setString(2, subscription);
            update.executeUpdate();
        }
    }
}
