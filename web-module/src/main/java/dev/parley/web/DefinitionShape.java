package dev.parley.web;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the definitions of a kind over HTTP.
 *
 * @param <V> what is shown of one
 */
public interface DefinitionShape<V> {

    /** The kind, which says how they are called and who may write one. */
    DefinitionKind<?, ?> kind();

    /** The path of all of them, such as {@code pools}. */
    String path();

    /** The bounds of a text that defines one. */
    BoundedText text();

    /** The name of one that is shown. */
    String name(V shown);

    /** The version of its definition; null if it has none. */
    @Nullable
    Long version(V shown);

    /** The answer that shows it. */
    JsonObject body(V shown, Caller caller);

    /**
     * A name in a path that should be there.
     *
     * @throws Refusal the kind's, if nothing is called like that
     */
    default String there(String name) {
        return PathName.of(kind(), name);
    }

    /**
     * A name in a path that may have to be made.
     *
     * @throws Refusal {@code name-invalid}
     */
    default String made(String name) {
        return PathName.ofNew(kind(), name);
    }
}
