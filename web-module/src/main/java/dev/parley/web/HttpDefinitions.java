package dev.parley.web;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.function.BiFunction;

/**
 * Definitions of one kind, written, shown, listed and deleted over HTTP.
 *
 * @param shape what they look like
 * @param <V> what is shown of one
 */
public record HttpDefinitions<V>(DefinitionShape<V> shape) {

    /** The call of a kind by which a definition is written. */
    @FunctionalInterface
    public interface Definition<V> {
        /**
         * The definition as it was written, after the commit.
         *
         * @param definition JSON text
         * @param expected the condition that the definition which is there has to keep
         * @throws Refusal if it is not in order, or must not be written
         */
        Written<V> define(String name, String definition, Precondition expected, Caller caller);
    }

    /** The call of a kind by which a definition is deleted. */
    @FunctionalInterface
    public interface Deletion {
        /**
         * Deletes it; it is gone, and committed, on return.
         *
         * @param expected the condition that the definition which is there has to keep
         * @throws Refusal if it is not there, or must not be deleted
         */
        void delete(String name, Precondition expected, Caller caller);
    }

    /** 200 with one, and the version of its definition. */
    public Response get(String name, Call call, BiFunction<String, Caller, V> definitions) {
        Caller caller = call.caller();
        return shown(definitions.apply(shape.there(name), caller), caller).build();
    }

    /** 201 with where it is if it was not there before, and otherwise 200. */
    public Response put(String name, InputStream body, Call call, Definition<V> definitions) {
        Caller caller = call.caller();
        String made = shape.made(name);
        String text = call.json(shape.text(), body);
        Written<V> written = definitions.define(made, text, call.condition(), caller);
        Response.ResponseBuilder shown = shown(written.value(), caller);
        return written.created()
                ? shown.status(Response.Status.CREATED)
                        .location(location(written.value(), call))
                        .build()
                : shown.build();
    }

    private URI location(V written, Call call) {
        return call.uris().getBaseUri().resolve(shape.path() + "/" + shape.name(written));
    }

    /** 204 when it is deleted. */
    public Response delete(String name, Call call, Deletion definitions) {
        definitions.delete(shape.there(name), call.condition(), call.caller());
        return JsonAnswer.done();
    }

    /** 200 with a page, and a link to the next. */
    public Response list(JsonObject body, Page<?> page, Call call) {
        return NextLink.add(JsonAnswer.with(body), page.next(), call.uris()).build();
    }

    private Response.ResponseBuilder shown(V value, Caller caller) {
        Response.ResponseBuilder answer =
                JsonAnswer.with(shape.body(value, caller)).header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        Long version = shape.version(value);
        return version == null ? answer : answer.tag(new EntityTag(version.toString()));
    }
}
