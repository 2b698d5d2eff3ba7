package ${package};

import ${package}.Seats.Reservation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is in the tables. A connection of this data source is part of the transaction that the operation runs in. */
@ApplicationScoped
public class Theatre {

    private static final String TAKE =
            "update seats_play set seats_left = seats_left - ? where play = ? and seats_left >= ?";
    private static final String KEEP = "insert into seats_reservation (id, play, seats) values (?, ?, ?)";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Takes seats, if there are so many left. */
    public boolean take(String play, int seats) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setInt(1, seats);
            update.setString(2, play);
            update.setInt(3, seats);
            return update.executeUpdate() == 1;
        }
    }

    /** Keeps a reservation. */
    public void keep(Reservation reservation) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, reservation.reservationId());
            insert.setString(2, reservation.play());
            insert.setInt(3, reservation.seats());
            insert.executeUpdate();
        }
    }
}
