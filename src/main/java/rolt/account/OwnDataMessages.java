package rolt.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import rolt.account.AccountMessages.Me;
import rolt.account.SessionMessages.OwnSession;
import rolt.platform.Language;

/** What the owner of an account does with what the shop keeps of him. */
public final class OwnDataMessages {
    private OwnDataMessages() {}

    /**
     * What is to be changed; what is not given stays. An empty phone or birth date removes it.
     *
     * @param birthDate as {@code 1995-04-30}
     */
    public record UpdateMe(String name, String phone, Language language, String birthDate) {}

    public record ExportMe(String password) {}

    /**
     * Everything the shop keeps of a person, each thing as its domain tells it.
     *
     * @param emailChange null where no new address waits to be confirmed
     * @param secondFactor null where none is on
     * @param google null where it is not linked
     * @param staffCard null for who is not of the staff
     */
    public record OwnData(
            Me account,
            Instant registeredAt,
            OwnEmailChange emailChange,
            OwnSecondFactor secondFactor,
            OwnGoogle google,
            List<OwnSession> sessions,
            List<JsonObject> addresses,
            JsonObject staffCard,
            List<JsonObject> orders,
            List<JsonObject> builds,
            List<JsonObject> cart,
            List<JsonObject> chats) {}

    /** A new address that waits to be confirmed. */
    public record OwnEmailChange(String email, Instant since) {}

    /** That there is one: its secret and its codes are shown when they are made and never again. */
    public record OwnSecondFactor(Instant since, int recoveryCodesLeft) {}

    /** @param subject by which Google tells its users apart; no address is kept */
    public record OwnGoogle(String subject, Instant since) {}

    public record DeleteMe(String password) {}
}
