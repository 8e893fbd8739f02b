package rolt.torture.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import rolt.platform.AccessTokens;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Disturbance;
import rolt.torture.ground.Parallel;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;
import rolt.torture.ground.Tally;

/** Rooms in rounds, all drawn from one seed, amid which things break; after each round what everybody saw is compared. */
public final class ChatTrial {
    private static final int CALLS_OF_A_MESSAGE = 4;

    private static final String ADD_PERSON = """
            with person as (
                insert into account.account (email, password_hash, name, verified_at)
                values (?, 'none', ?, now()) returning id),
            roles as (insert into account.account_role select id, ? from person)
            insert into account.session (kind, account_id, expires_at)
            select 'API', id, now() + interval '1 day' from person returning account_id || ' ' || id
            """;

    private final Shop shop;
    private final Sql sql;
    private final AccessTokens tokens;
    private final Random random;
    private final String name;
    private final Tally tally = new Tally();
    private int people;

    /** @param seed draws hand-overs and the moments of faults */
    public ChatTrial(Shop shop, long seed) {
        this.shop = shop;
        sql = new Sql(shop.platform().config().postgres().url());
        tokens = new AccessTokens(
                shop.platform().vertx(), shop.platform().config().auth());
        random = new Random(seed);
        name = "chat-" + seed + "-" + UUID.randomUUID();
    }

    public Tally tally() {
        return tally;
    }

    /**
     * Lets rooms happen beside one another.
     *
     * @param messages that each of three people wants to say in each room
     * @param mend ends what the faults have left broken
     * @return what should not be so, each in a sentence
     */
    public List<String> round(int rooms, int messages, List<Runnable> faults, Runnable mend) {
        Calls calls = new Calls(shop.urls(), false);
        List<Conversation> conversations = IntStream.range(0, rooms)
                .mapToObj(room -> new Conversation(people(calls), shop.urls()))
                .toList();
        List<Runnable> talks = new ArrayList<>();
        for (Conversation conversation : conversations) {
            Random drawn = new Random(random.nextLong());
            talks.add(() -> conversation.happen(messages, messages / 2, drawn, sql));
        }
        int expected = rooms * messages * CALLS_OF_A_MESSAGE;
        new Disturbance(calls, faults, mend, random, expected).during(() -> Parallel.all(talks));
        tally.add("rooms", rooms);
        tally.add("calls repeated", calls.repeated());
        return conversations.stream()
                .flatMap(conversation -> conversation.findings(sql).stream())
                .toList();
    }

    /** A customer and two of staff, who ask different nodes first. */
    private List<Person> people(Calls calls) {
        return List.of(
                add("Khách", "CUSTOMER", 0, calls),
                add("Hải", "SUPPORT", 1, calls),
                add("Lan", "TECHNICIAN", 0, calls));
    }

    private Person add(String called, String role, int node, Calls calls) {
        people++;
        String[] ids = sql.text(ADD_PERSON, name + "-" + people + "@example.vn", called, role)
                .split(" ");
        UUID account = UUID.fromString(ids[0]);
        return new Person(called, account, tokens.issue(account, UUID.fromString(ids[1])), node, calls, tally);
    }
}
