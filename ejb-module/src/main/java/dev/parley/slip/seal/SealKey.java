package dev.parley.slip.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A key by which slips are sealed: a secret of all nodes, or a pair of which some need the public half alone. What it
 * seals with follows from the key, never from what a seal says of itself.
 */
final class SealKey {

    private static final int LEAST_SECRET = 32;
    private static final String SECRET_ALGORITHM = "HmacSHA256";
    private static final String PAIR_ALGORITHM = "Ed25519";

    private final String id;
    private final String head;
    private final Key opens;
    private final @Nullable Key seals;

    private SealKey(String id, String algorithm, Key opens, @Nullable Key seals) {
        this.id = id;
        this.opens = opens;
        this.seals = seals;
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + id + "\"}";
        this.head = base64(header.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key that a JSON Web Key is.
     *
     * @throws IllegalArgumentException if it is of a kind that slips are not sealed with
     */
    static SealKey of(JsonWebKey key) {
        String id = key.getKeyId();
        if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a key has no 'kid' of 1 to 64 letters, digits, '.', '-' or '_'");
        }
        if (key instanceof OctetSequenceJsonWebKey secret) {
            if (secret.getOctetSequence().length < LEAST_SECRET) {
                throw new IllegalArgumentException("the secret '" + id + "' is shorter than 32 bytes");
            }
            return new SealKey(id, "HS256", secret.getKey(), secret.getKey());
        }
        if (key instanceof OctetKeyPairJsonWebKey pair && PAIR_ALGORITHM.equals(pair.getSubtype())) {
            return new SealKey(id, "EdDSA", pair.getPublicKey(), pair.getPrivateKey());
        }
        throw new IllegalArgumentException("the key '" + id + "' is neither a secret (oct) nor of Ed25519 (OKP)");
    }

    String id() {
        return id;
    }

    boolean maySeal() {
        return seals != null;
    }

    /** The seal of what is given: a JWS in its compact form, without what it seals. */
    String seal(byte[] content) {
        if (seals == null) {
            throw new IllegalStateException("Key '" + id + "' has no private half");
        }
        return head + ".." + base64(signature(seals, input(content)));
    }

    /** Whether a seal is of this key and fits what is given. */
    boolean fits(byte[] content, String seal) {
        if (!seal.startsWith(head + "..")) {
            return false;
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(seal.substring(head.length() + 2));
            return isSignature(signature, input(content));
        } catch (IllegalArgumentException e) {
            return false; // not base64
        }
    }

    private byte[] signature(Key key, byte[] input) {
        try {
            if (key instanceof PrivateKey own) {
                Signature signing = Signature.getInstance(PAIR_ALGORITHM);
                signing.initSign(own);
                signing.update(input);
                return signing.sign();
            }
            Mac mac = Mac.getInstance(SECRET_ALGORITHM);
            mac.init(key);
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot seal with " + id, e);
        }
    }

    private boolean isSignature(byte[] signature, byte[] input) {
        if (!(opens instanceof PublicKey open)) {
            return MessageDigest.isEqual(signature(opens, input), signature);
        }
        try {
            Signature checking = Signature.getInstance(PAIR_ALGORITHM);
            checking.initVerify(open);
            checking.update(input);
            return checking.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not even the form of one
        }
    }

    private byte[] input(byte[] content) {
        return (head + "." + base64(content)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
