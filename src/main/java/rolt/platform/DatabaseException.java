package rolt.platform;

import io.vertx.pgclient.PgException;

/** A statement failed. It names the statement and carries the stack of the caller, which the driver's own does not. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseException(String sql, Throwable cause) {
        super(cause.getMessage() + " in: " + sql.strip(), cause);
    }

    /** Whether the statement broke the named constraint. */
    public boolean broke(String constraint) {
        return getCause() instanceof PgException pg && constraint.equals(pg.getConstraint());
    }

    /** Whether the same transaction may succeed when it is run again: a deadlock or a serialisation failure. */
    boolean isTransient() {
        return getCause() instanceof PgException pg
                && ("40P01".equals(pg.getSqlState()) || "40001".equals(pg.getSqlState()));
    }
}
