package ${package};

import ${package}.Seats.Reservation;
import java.util.ArrayList;
import java.util.List;

/** A theatre with three seats, and no tables. */
class SmallTheatre extends Theatre {

    final List<Reservation> kept = new ArrayList<>();
    private int left = 3;

    @Override
    public boolean take(String play, int seats) {
        boolean enough = seats <= left;
        left -= enough ? seats : 0;
        return enough;
    }

    @Override
    public void keep(Reservation reservation) {
        kept.add(reservation);
    }
}
