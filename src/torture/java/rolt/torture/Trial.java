package rolt.torture;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Disturbance;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;
import rolt.torture.ground.Tally;

/** Orders in batches, all drawn from one seed; after each batch the shop comes to rest and is examined. */
final class Trial {
    private static final int CALLS_OF_AN_ORDER = 6;

    private final Shop shop;
    private final long seed;
    private final Sql sql;
    private final Customers customers;
    private final Mails mails;
    private final Tally tally = new Tally();
    private final Random random;

    Trial(Shop shop, long seed) {
        this.shop = shop;
        this.seed = seed;
        sql = new Sql(shop.platform().config().postgres().url());
        customers = new Customers(shop, sql);
        mails = new Mails(shop.mailbox());
        random = new Random(seed);
    }

    Tally tally() {
        return tally;
    }

    Sql sql() {
        return sql;
    }

    /**
     * Lets a batch happen, amid which things break.
     *
     * @param first number of its orders
     * @param mend ends what the faults have left broken
     */
    Findings batch(int first, int orders, List<Runnable> faults, Runnable mend) {
        Weather weather = Weather.draw(random);
        tally.count("batches with VNPAY " + weather);
        List<Programme> programmes = IntStream.range(first, first + orders)
                .mapToObj(number -> Programme.draw(seed, number))
                .toList();
        String name = seed + "-" + first;
        Calls calls = new Calls(shop.urls(), faults.isEmpty());
        Scene scene = scene(calls, name);
        Batch batch = new Batch(scene, customers.add(name, programmes), programmes);
        scene.vnpay().be(weather);
        new Disturbance(calls, faults, mend, random, CALLS_OF_AN_ORDER * orders).during(batch::play);
        scene.vnpay().be(Weather.FINE);
        Findings findings = batch.check(mails);
        scene.vnpay().beNormal();
        return findings;
    }

    private Scene scene(Calls calls, String name) {
        String staff = customers.addStaff("torture-" + name);
        return new Scene(shop, calls, new Vnpay(shop, calls, sql), new Backstage(shop, sql, calls), sql, staff, tally);
    }
}
