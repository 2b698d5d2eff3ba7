package dev.parley;

/**
 * The supplier of the resources of a pool: it makes them, and takes them back. Without one, what is granted is only a
 * number. See {@link Supplies}.
 *
 * <p>Both run in the transaction of the grant, which many share: work in the database of Parley commits together with
 * it, or not at all. They should be quick. They may be called again after a rollback, never after a commit. Whatever
 * they throw except a {@link Fault} rolls back, and is tried again with a delay.
 */
public interface ResourceSupplier {

    /**
     * Makes a resource for somebody.
     *
     * @param holder {@code user:NAME}, or the reply address where the user is not known
     * @return what it is called, 1 to 255 characters: the reference of the grant
     * @throws Fault if there is none now, although the pool's capacity is not used up: whoever waits goes on waiting,
     *     others are told that nothing is free
     */
    String allocate(String holder) throws Fault;

    /**
     * Takes back what nobody holds any more, whether it was given back or taken away. Its holder may not know yet: let
     * what the resource protects refuse old fencing tokens.
     */
    void release(String reference);
}
