package dev.parley.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class TransactionsInDoubtTest {

    private final TransactionsInDoubt inDoubt = new TransactionsInDoubt();
    private final JdbcDataSource database = new JdbcDataSource();

    /** A branch of a transaction. */
    private record Branch() implements Xid {

        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return new byte[] {1};
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {2};
        }
    }

    @Test
    void whatIsPreparedIsInDoubtWhenItStillIsAtTheNextLook() throws SQLException, XAException {
        database.setURL("jdbc:h2:mem:doubt;DB_CLOSE_DELAY=-1");
        XAConnection branch = database.getXAConnection();
        try (Connection looking = database.getConnection();
                Statement statement = looking.createStatement()) {
            statement.execute("create table t (a int)");
            XAResource resource = prepare(branch);
            assertThat(measured(looking)).as("it may end in a moment").isZero();
            assertThat(measured(looking)).isEqualTo(1);
            resource.commit(new Branch(), false);
            assertThat(measured(looking)).isZero();
            statement.execute("shutdown");
        } finally {
            branch.close();
        }
    }

    private static XAResource prepare(XAConnection branch) throws SQLException, XAException {
        XAResource resource = branch.getXAResource();
        resource.start(new Branch(), XAResource.TMNOFLAGS);
        // Not closed here: that would roll it back
        try (Statement statement = branch.getConnection().createStatement()) {
            statement.executeUpdate("insert into t values (1)");
        }
        resource.end(new Branch(), XAResource.TMSUCCESS);
        resource.prepare(new Branch());
        return resource;
    }

    private double measured(Connection connection) throws SQLException {
        return inDoubt.measure(connection).get(0).value();
    }
}
