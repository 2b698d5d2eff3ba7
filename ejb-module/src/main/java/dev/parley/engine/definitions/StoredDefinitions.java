package dev.parley.engine.definitions;

import dev.parley.definition.Defined;
import dev.parley.definition.Definitions;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a kind whose table has nothing besides.
 *
 * @param store where they are
 * @param <D> what is defined
 * @param <T> a definition as it stands
 */
public record StoredDefinitions<D, T extends Defined<D>>(DefinitionStore<D, T, T> store) implements Definitions<T> {

    @Override
    public Written<T> define(String name, String definition, Precondition expected, Caller caller) {
        return store.define(name, definition, expected, caller, (written, before, connection) -> written);
    }

    @Override
    public T get(String name, Caller caller) {
        return store.get(name, caller);
    }

    @Override
    public Page<T> list(@Nullable String after, int limit, Caller caller) {
        return store.list(after, limit, caller);
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        store.delete(name, expected, caller, (there, connection) -> {
            store.rows().apply(connection).delete(name);
            return null;
        });
    }
}
