package rolt.dev.samples;

import java.util.Map;
import rolt.dev.DevProblem;
import rolt.platform.Migrations;

/** {@code ./rolt seed [--products N]}: sample data, and N generated products, for the database in DATABASE_URL. */
public final class Seed {
    private static final String USAGE = "Usage: ./rolt seed [--products N], with N from 0 to 2000000";
    private static final int MOST = 2_000_000;

    private Seed() {}

    public static void main(String[] arguments) {
        try {
            run(products(arguments), System.getenv());
        } catch (DevProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(int products, Map<String, String> environment) {
        String database = environment.get("DATABASE_URL");
        if (database == null) {
            throw new DevProblem("There is no database to fill: start ./rolt dev first, or set DATABASE_URL.");
        }
        String redis = environment.getOrDefault("REDIS_URL", "redis://127.0.0.1:6379");
        Migrations.run(database);
        SampleData.load(database, redis);
        System.out.println("The sample products are there.");
        if (products >= 0) {
            try (SeedNode node = new SeedNode(database, redis)) {
                new GeneratedProducts(node).fill(products);
            }
            System.out.println(products + " generated products are there.");
        }
    }

    /** The number of generated products; -1 where none is given, which leaves them as they are. */
    private static int products(String... arguments) {
        if (arguments.length == 0) {
            return -1;
        }
        boolean fits = arguments.length == 2
                && arguments[0].equals("--products")
                && arguments[1].matches("[0-9]{1,7}")
                && Integer.parseInt(arguments[1]) <= MOST;
        if (!fits) {
            throw new DevProblem(USAGE);
        }
        return Integer.parseInt(arguments[1]);
    }
}
