package dev.parley.process.engine;

import jakarta.enterprise.inject.spi.Bean;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that defines a process, and the bean that it belongs to.
 *
 * @param bean the bean
 * @param defining the method
 */
record ProcessMethod(Bean<?> bean, DefiningMethod defining) {

    /** The methods of a bean that define processes. */
    static List<ProcessMethod> of(Bean<?> bean, Class<?> type) {
        return DefiningMethod.of(type).stream()
                .map(m -> new ProcessMethod(bean, m))
                .toList();
    }

    String name() {
        return defining.name();
    }

    /** All that is wrong with it, each saying what to write instead. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(defining.problems());
        if (!bean.getTypes().contains(declaring())) {
            problems.add(where() + " is in no view of the bean; make it a CDI bean with its own class as a type");
        }
        return problems;
    }

    /** The class that declares it, as which its bean is called. */
    Class<?> declaring() {
        return defining.method().getDeclaringClass();
    }

    /** The method as people find it in their sources. */
    String where() {
        return defining.where();
    }
}
