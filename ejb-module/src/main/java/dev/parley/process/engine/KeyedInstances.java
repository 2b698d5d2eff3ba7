package dev.parley.process.engine;

import java.util.List;
import java.util.Map;

/** The instances that go on, as they are found by their attributes, within the current transaction. */
public interface KeyedInstances {

    /**
     * The conversations of those that have all of these attributes.
     *
     * @param most how many at most
     */
    List<String> find(String process, Map<String, String> key, int most);

    /** Lets nobody else begin an instance with these attributes until the transaction ends; waits for who does. */
    void hold(String process, Map<String, String> key);
}
