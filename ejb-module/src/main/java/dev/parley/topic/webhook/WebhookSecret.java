package dev.parley.topic.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that a receiver shares with Parley, by which it knows what Parley has sent. It does not show itself. */
public final class WebhookSecret {

    /** The number of bytes of one that Parley makes. */
    public static final int LENGTH = 32;

    /** What is expected of one, for people. */
    public static final String EXPECTED = "whsec_ and 24 to 64 random bytes in Base64";

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** The secret of random bytes. */
    public static WebhookSecret of(byte[] random) {
        if (random.length < SHORTEST || random.length > LONGEST) {
            throw new IllegalArgumentException(random.length + " bytes");
        }
        return new WebhookSecret(random.clone());
    }

    /** The secret that {@link #text} wrote. */
    public static Optional<WebhookSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length >= SHORTEST && key.length <= LONGEST
                    ? Optional.of(new WebhookSecret(key))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text that receivers configure. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The signature of a text. */
    String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
