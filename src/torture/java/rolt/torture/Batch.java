package rolt.torture;

import java.util.ArrayList;
import java.util.List;
import rolt.torture.ground.Parallel;

/** Some orders at once, which want the same few products. */
final class Batch {
    private final Scene scene;
    private final List<Purchase> purchases = new ArrayList<>();
    private final Findings findings = new Findings();

    Batch(Scene scene, List<Customer> customers, List<Programme> programmes) {
        this.scene = scene;
        for (int i = 0; i < programmes.size(); i++) {
            purchases.add(new Purchase(scene, customers.get(i), programmes.get(i)));
        }
    }

    /** Lets all programmes happen, beside one another. */
    void play() {
        Parallel.all(purchases.stream()
                .<Runnable>map(purchase -> () -> findings.guard(purchase, () -> play(purchase)))
                .toList());
    }

    private void play(Purchase purchase) {
        Programme programme = purchase.programme();
        if (!purchase.place(programme.number())) {
            scene.tally().count("orders refused for want of stock");
            return;
        }
        scene.tally().count("interleavings");
        take(purchase, programme.opening());
        Parallel.all(programme.lanes().stream()
                .<Runnable>map(lane -> () -> take(purchase, lane))
                .toList());
    }

    private void take(Purchase purchase, List<Move> moves) {
        findings.guard(
                purchase,
                () -> moves.forEach(move -> {
                    move.step().take(purchase, move);
                    scene.tally().count("steps");
                }));
    }

    /** Brings the shop to rest and looks whether all is as it must be. */
    Findings check(Mails mails) {
        new Rest(scene, findings).come(purchases);
        Invariant.checkAll(scene.sql(), purchases, findings);
        mails.check(scene.sql(), purchases, findings);
        scene.tally().add("calls repeated", scene.calls().repeated());
        return findings;
    }
}
