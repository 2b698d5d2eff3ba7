package dev.parley.slip.seal;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The seals of slips, by one or two keys: the first seals, both open. That makes a change of keys possible while slips
 * travel: the new one is added behind the old one on all nodes, then put before it, and the old one taken away when
 * what it has sealed is over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#appendix-F">RFC 7515, detached content</a>
 */
public final class Seals {

    private static final int MOST = 2;
    private static final int BITS = 256;

    private final List<SealKey> keys;

    private Seals(List<SealKey> keys) {
        this.keys = keys;
    }

    /**
     * The seals by the keys of a JSON Web Key Set.
     *
     * @throws IllegalArgumentException with what is wrong, if these are no such keys
     */
    public static Seals of(String keySet) {
        List<SealKey> keys;
        try {
            keys = new JsonWebKeySet(keySet)
                    .getJsonWebKeys().stream().map(SealKey::of).toList();
        } catch (JoseException e) {
            throw new IllegalArgumentException("it is no JSON Web Key Set", e);
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new IllegalArgumentException("there are " + keys.size() + " usable keys, not one or two");
        }
        if (!keys.get(0).maySeal()) {
            throw new IllegalArgumentException("the first key has no private half, and could not seal");
        }
        if (keys.stream().map(SealKey::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("both keys have the same 'kid'");
        }
        return new Seals(keys);
    }

    /** A JSON Web Key Set with a new secret. */
    public static String newKeySet(String id) {
        var secret = OctJwkGenerator.generateJwk(BITS);
        secret.setKeyId(id);
        return new JsonWebKeySet(secret).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
    }

    /** The seal of what is given. */
    public String seal(byte[] content) {
        return keys.get(0).seal(content);
    }

    /** Whether a seal fits what is given, and is of one of the keys. */
    public boolean fits(byte[] content, String seal) {
        return keys.stream().anyMatch(key -> key.fits(content, seal));
    }
}
