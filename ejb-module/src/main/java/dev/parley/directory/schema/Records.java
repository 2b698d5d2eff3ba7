package dev.parley.directory.schema;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** The records that a request or reply is made of. */
public final class Records {

    private Records() {}

    /** The records of a type that JSON-B cannot make or read, because they are not public. */
    public static Set<Class<?>> notPublicIn(Type type) {
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(type, records);
        records.removeIf(r -> Modifier.isPublic(r.getModifiers()));
        return records;
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType parameterized) {
            collect(parameterized.getRawType(), records);
            for (Type argument : parameterized.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), records);
        } else if (type instanceof Class<?> c && c.isArray()) {
            collect(c.getComponentType(), records);
        } else if (type instanceof Class<?> c && c.isRecord() && records.add(c)) {
            for (RecordComponent component : c.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }
}
