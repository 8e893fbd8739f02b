package rolt.chat;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import rolt.chat.ReplyMessages.AddReply;
import rolt.chat.ReplyMessages.CannedReply;
import rolt.chat.ReplyMessages.ChangeReply;
import rolt.chat.ReplyMessages.RemoveReply;
import rolt.platform.Database;
import rolt.platform.Text;
import rolt.platform.Transaction;

/** Canned replies. Who adds one holds the table's lock, so that counting them is safe. */
final class ReplyRepository {
    private final Database database;

    ReplyRepository(Database database) {
        this.database = database;
    }

    private static final String LIST = "select * from chat.reply order by position, id";

    List<CannedReply> list() {
        return database.list(LIST, ReplyRepository::reply);
    }

    private static final String LOCK = "lock table chat.reply in share row exclusive mode";

    private static final String ADD = """
            insert into chat.reply (title, text_vi, text_en, position)
            select $1, $2, $3, coalesce($4, (select coalesce(max(position) + 1, 0) from chat.reply))
            where (select count(*) from chat.reply) < $5
            returning *
            """;

    /** Empty where there are enough. */
    Optional<CannedReply> add(Transaction tx, AddReply reply, int most) {
        tx.send(LOCK);
        return tx.find(
                ADD,
                ReplyRepository::reply,
                reply.title().strip(),
                reply.text().vi().strip(),
                reply.text().en().strip(),
                reply.position(),
                most);
    }

    private static final String CHANGE = """
            update chat.reply set title = $2, text_vi = $3, text_en = $4, position = coalesce($5, position)
            where id = $1 returning *
            """;

    Optional<CannedReply> change(ChangeReply reply) {
        return database.find(
                CHANGE,
                ReplyRepository::reply,
                reply.replyId(),
                reply.title().strip(),
                reply.text().vi().strip(),
                reply.text().en().strip(),
                reply.position());
    }

    private static final String REMOVE = "delete from chat.reply where id = $1";

    boolean remove(RemoveReply reply) {
        return database.run(REMOVE, reply.replyId()) == 1;
    }

    private static CannedReply reply(Row row) {
        return new CannedReply(
                row.getUUID("id"),
                row.getString("title"),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                row.getInteger("position"));
    }
}
