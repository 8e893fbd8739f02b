package rolt.torture.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import rolt.torture.chat.History.Kept;
import rolt.torture.ground.Parallel;
import rolt.torture.ground.Sql;

/** One room: a customer and two members of staff talk as fast as they can, while the room goes from one to the other. */
final class Conversation {
    private static final int PEOPLE = 3;

    private static final String KEPT = """
            select m.seq, coalesce(m.client_id, '-'), m.text from chat.message m join chat.room r on r.id = m.room_id
            where r.code = ? order by m.seq
            """;

    /** Messages of staff whose sender did not have the room when they got their numbers. */
    private static final String OUT_OF_TURN = """
            select count(*) from chat.message m join chat.room r on r.id = m.room_id
            where r.code = ? and m.side = 'STAFF' and m.sender_id is distinct from (
                select t.member_id from chat.turn t where t.room_id = r.id and t.turn = (
                    select count(*) from chat.message e
                    where e.room_id = r.id and e.kind = 'EVENT' and e.seq < m.seq))
            """;

    private final Person customer;
    private final Person first;
    private final Person second;
    private final List<String> urls;
    private final History history = new History();
    private final String room;

    /** Opens a room in which all three have a seat. */
    Conversation(List<Person> people, List<String> urls) {
        customer = people.get(0);
        first = people.get(1);
        second = people.get(2);
        this.urls = urls;
        room = customer.open("Thử thách");
        first.claim(room);
        first.handOver(room, second);
        second.handOver(room, first);
    }

    /**
     * Lets everybody say so many things, and those who follow the room see all of it.
     *
     * @param handOvers how often the room changes hands meanwhile
     */
    void happen(int messages, int handOvers, Random random, Sql sql) {
        List<Follower> followers = Stream.of(customer, first, second)
                .map(person -> new Follower(person, urls, room))
                .toList();
        List<Runnable> all = new ArrayList<>(followers);
        List<Integer> pauses = random.ints(handOvers, 1, 4).boxed().toList();
        all.add(() -> {
            Parallel.all(List.of(
                    () -> talk(customer, messages),
                    () -> talk(first, messages),
                    () -> talk(second, messages),
                    () -> passOn(pauses)));
            long last = sql.number("select last_seq from chat.room where code = ?", room);
            followers.forEach(follower -> follower.until(last));
        });
        Parallel.all(all);
        for (int i = 0; i < PEOPLE; i++) {
            history.saw("follower " + i, followers.get(i).shown());
        }
    }

    private void talk(Person person, int messages) {
        for (int i = 0; i < messages; i++) {
            person.say(room, person.name(), person.name() + " " + i, history);
        }
    }

    /** @param pauses how many words each member says before the room is passed on */
    private void passOn(List<Integer> pauses) {
        Person has = first;
        for (int pause : pauses) {
            Person next = has == first ? second : first;
            for (int i = 0; i < pause; i++) {
                has.say(room, has.name() + " again", "Mình chuyển phòng nhé " + i, history);
            }
            has.handOver(room, next);
            has = next;
        }
    }

    /** What should not be so, each in a sentence. */
    List<String> findings(Sql sql) {
        List<Kept> kept = sql.lines(KEPT, room).stream()
                .map(line -> line.split("  ", 3))
                .map(row -> new Kept(Long.parseLong(row[0]), "-".equals(row[1]) ? null : row[1], row[2]))
                .toList();
        List<String> findings = new ArrayList<>(history.compare(kept));
        long outOfTurn = sql.number(OUT_OF_TURN, room);
        if (outOfTurn > 0) {
            findings.add(outOfTurn + " messages of staff were said out of turn");
        }
        return findings.stream().map(finding -> room + ": " + finding).toList();
    }
}
