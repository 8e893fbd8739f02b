package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All of a transaction or nothing, whichever of its statements fails and wherever. */
class TransactionIT {
    private static final String INSERT = "insert into transaction_test (id) values ($1)";

    @AutoClose
    private final OwnDatabase own = new OwnDatabase(2);

    private final Database database = own.database;

    @BeforeEach
    void empty() {
        on(() -> database.run("drop table if exists transaction_test"));
        on(() -> database.run("create table transaction_test (id int primary key)"));
    }

    @Test
    void what_was_sent_is_committed() {
        on(() -> database.transaction(tx -> {
            tx.send(INSERT, 1);
            tx.send(INSERT, 2);
            return null;
        }));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void a_statement_that_postgres_refuses_undoes_the_others() {
        assertThatThrownBy(() -> on(() -> database.transaction(tx -> {
                    tx.send(INSERT, 1);
                    tx.send(INSERT, 1);
                    return null;
                })))
                .hasMessageContaining("transaction_test_pkey");
        assertThat(rows()).isZero();
    }

    @Test
    void a_statement_that_never_reaches_postgres_undoes_the_others() {
        assertThatThrownBy(() -> on(() -> database.transaction(tx -> {
            tx.send(INSERT, 1);
            tx.send(INSERT, "no number");
            return null;
        })));
        assertThat(rows()).isZero();
    }

    private int rows() {
        return on(() -> database.find("select count(*)::int as n from transaction_test", row -> row.getInteger("n"))
                .orElseThrow());
    }

    private <T> T on(Callable<T> work) {
        Promise<T> done = Promise.promise();
        DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        own.vertx.deployVerticle(
                new VerticleBase() {
                    @Override
                    public Future<?> start() throws Exception {
                        try {
                            done.complete(work.call());
                        } catch (RuntimeException e) {
                            done.fail(e);
                        }
                        return super.start();
                    }
                },
                options);
        return done.future().await();
    }
}
