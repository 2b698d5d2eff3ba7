package dev.parley.slip;

import java.util.Locale;

/**
 * The place where a slip is.
 *
 * @param direction whether it goes forth or back
 * @param position the step that is next going forth, from 0; the entry of the log that is undone next going back
 * @param attempt how often a person had it tried again there
 */
public record Place(Direction direction, int position, int attempt) {

    /** The way that a slip goes. */
    public enum Direction {
        FORTH,
        BACK;

        /** The name on the wire. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The beginning of an itinerary. */
    static final Place START = new Place(Direction.FORTH, 0, 0);

    static Place forth(int position) {
        return new Place(Direction.FORTH, position, 0);
    }

    static Place back(int position) {
        return new Place(Direction.BACK, position, 0);
    }

    Place again() {
        return new Place(direction, position, attempt + 1);
    }

    /** True if it undoes. */
    public boolean isBack() {
        return direction == Direction.BACK;
    }

    /** The name of this hop, which it has once: {@code forth.2}, {@code back.0}, {@code back.0.1}. */
    public String hop() {
        return direction.label() + "." + position + (attempt == 0 ? "" : "." + attempt);
    }
}
