package rolt;

import java.util.List;

/** Shortcuts past the bench, for tests about something else. */
public final class Workbench {
    private Workbench() {}

    /** Waits until an order's services are at the bench; answers the codes of its work orders. */
    public static List<String> await(TestShop shop, String order) {
        String codes = Eventually.ask(() -> codes(shop, order), found -> !found.isEmpty());
        return List.of(codes.split(","));
    }

    private static String codes(TestShop shop, String order) {
        return shop.text(
                "select coalesce(string_agg(code, ',' order by code), '') from workshop.work_order where code like ? || '-%'",
                order);
    }

    /** As if a technician had done all of an order's work. */
    public static void finish(TestShop shop, String order) {
        await(shop, order);
        shop.number("update workshop.work_order set state = 'FINISHED' where code like ? || '-%'", order);
    }

    /** As if an order had been paid, sent and delivered a moment ago; waits for its warranty. */
    public static void deliver(TestShop shop, String order) {
        shop.number("""
                with delivered as (
                    update ordering.orders set state = 'DELIVERED', paid_at = now() where code = ? returning id)
                insert into ordering.history (order_id, transition, cause, to_state)
                select id, 'DELIVER', 'test', 'DELIVERED' from delivered
                """, order);
        shop.platform()
                .bus()
                .publish(
                        "ordering.orderChanged",
                        new io.vertx.core.json.JsonObject().put("code", order).put("state", "DELIVERED"));
        Eventually.ask(() -> warranties(shop, order), count -> count > 0);
    }

    private static long warranties(TestShop shop, String order) {
        return shop.number(
                "select count(*) from workshop.warranty w join ordering.orders o on o.id = w.order_id where o.code = ?",
                order);
    }
}
