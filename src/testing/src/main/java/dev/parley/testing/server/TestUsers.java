package dev.parley.testing.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everybody whom a server under test knows: alice and bob are participants, paul a provider, olga an operator. */
final class TestUsers {

    private static final String REALM = "ApplicationRealm";
    private static final Map<String, String> ROLES =
            Map.of("alice", "participant", "bob", "participant", "paul", "provider", "olga", "operator");

    private final Map<String, String> passwords = new TreeMap<>();

    TestUsers() {
        ROLES.keySet().forEach(name -> passwords.put(name, UUID.randomUUID().toString()));
    }

    String password(String name) {
        String password = passwords.get(name);
        if (password == null) {
            throw new IllegalArgumentException("There is no " + name + " among " + passwords.keySet());
        }
        return password;
    }

    /** The value of an Authorization header. */
    String basic(String name) {
        byte[] credentials = (name + ":" + password(name)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Writes the files in which WildFly looks for them. */
    void write(Path configuration) throws IOException {
        List<String> users =
                passwords.keySet().stream().map(name -> name + "=" + hash(name)).toList();
        Files.writeString(
                configuration.resolve("application-users.properties"),
                "#$REALM_NAME=" + REALM + "$\n" + String.join("\n", users) + "\n");
        List<String> roles = ROLES.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Files.writeString(configuration.resolve("application-roles.properties"), String.join("\n", roles) + "\n");
    }

    /** As add-user.sh writes it. */
    private String hash(String name) {
        String text = name + ":" + REALM + ":" + password(name);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
