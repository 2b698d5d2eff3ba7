package dev.parley.gathering;

import java.util.List;

/** Those who are asked. */
sealed interface Recipients {

    /**
     * All who subscribe to a topic.
     *
     * @param name the topic
     */
    record OfTopic(String name) implements Recipients {}

    /**
     * Several operations, each once.
     *
     * @param names their names
     */
    record Operations(List<String> names) implements Recipients {
        public Operations {
            names = List.copyOf(names);
        }
    }

    /**
     * All providers of one operation.
     *
     * @param operation its name
     */
    record Providers(String operation) implements Recipients {}
}
