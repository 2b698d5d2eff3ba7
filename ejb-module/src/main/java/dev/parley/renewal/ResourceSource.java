package dev.parley.renewal;

import java.util.Optional;

/** The source of the resources of pools. */
public interface ResourceSource {

    /**
     * Makes a resource.
     *
     * @param token its fencing token
     * @return what it is called; empty if there is none now
     */
    Optional<String> allocate(String pool, String holder, long token);

    /** Takes a resource back. */
    void release(String pool, String reference);

    /** Numbers: all there is to a resource is that not more of them are held than there may be. */
    static ResourceSource ofNumbers() {
        return new ResourceSource() {
            @Override
            public Optional<String> allocate(String pool, String holder, long token) {
                return Optional.of(pool + "/" + token);
            }

            @Override
            public void release(String pool, String reference) {
                // A number needs no taking back.
            }
        };
    }
}
