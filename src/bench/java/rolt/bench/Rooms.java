package rolt.bench;

/** Rooms in which the first customers talk, each with a colleague who is another customer. */
final class Rooms {
    private static final String ADD = """
            insert into account.account_role select bench.id(n + :rooms), 'SUPPORT' from generate_series(1, :rooms) n;
            insert into chat.room (id, code, customer_id, subject, state, member_id)
                select bench.id(n), 'support-bench0-' || lpad(n::text, 3, '0'), bench.id(n), 'Đo tốc độ', 'OPEN',
                    bench.id(n + :rooms)
                from generate_series(1, :rooms) n;
            insert into chat.seat (room_id, account_id, side)
                select id, customer_id, 'CUSTOMER' from chat.room union all select id, member_id, 'STAFF' from chat.room
            """;

    private Rooms() {}

    /**
     * Adds room {@code n} for customer {@code n}, from 1.
     *
     * @param rooms half as many as there are customers, or fewer
     */
    static void add(Sql sql, int rooms) {
        sql.run(ADD.replace(":rooms", String.valueOf(rooms)));
    }

    /** The code of a room, counted from 1. */
    static String code(int room) {
        return "support-bench0-%03d".formatted(room);
    }
}
