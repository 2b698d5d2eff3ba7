package dev.parley.it.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Someone the server knows.
 *
 * @param name the name
 * @param password the password
 * @param role the only role, or several with commas between
 */
public record User(String name, String password, String role) {

    /** The value of an Authorization header. */
    public String basic() {
        byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** The same user with a password that is wrong. */
    public User withWrongPassword() {
        return new User(name, password + "x", role);
    }

    /** The user's line in application-users.properties, as add-user.sh writes it. */
    String usersLine() {
        try {
            String text = name + ":" + ServerNames.REALM + ":" + password;
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return name + "=" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The user's line in application-roles.properties. */
    String rolesLine() {
        return name + "=" + role;
    }
}
