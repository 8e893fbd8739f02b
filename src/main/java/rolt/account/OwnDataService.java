package rolt.account;

import java.util.List;
import rolt.account.AccountMessages.AccountGone;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.account.OwnDataMessages.DeleteMe;
import rolt.account.OwnDataMessages.ExportMe;
import rolt.account.OwnDataMessages.OwnData;
import rolt.account.OwnDataMessages.UpdateMe;
import rolt.account.OwnDataRepository.Besides;
import rolt.account.OwnDataRepository.Kept;
import rolt.account.PasswordRepository.Holder;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** What belongs to the owner of an account: seen, changed, taken along, deleted. */
final class OwnDataService {
    private final AccountRepository accounts;
    private final OwnDataRepository data;
    private final OwnSessionRepository sessions;
    private final CheckPassword check;
    private final AccountMails mails;

    OwnDataService(Platform platform, Passwords passwords) {
        this.accounts = new AccountRepository(platform.database());
        this.data = new OwnDataRepository(platform.database());
        this.sessions = new OwnSessionRepository(platform.database());
        this.check = new CheckPassword(platform, passwords);
        this.mails = new AccountMails(platform);
    }

    Me getMe(Caller caller, Nothing nothing) {
        return accounts.findMe(caller.accountId()).orElseThrow(() -> Problem.notFound("account"));
    }

    /** Changes what is given. */
    Me updateMe(Caller caller, UpdateMe given) {
        UpdateMe update = new UpdateMe(
                given.name() == null ? null : AccountRules.name(given.name()),
                given.phone() == null ? null : AccountRules.phone(given.phone()),
                given.language(),
                given.birthDate());
        data.update(caller.accountId(), update, AccountRules.birthDate(given.birthDate()));
        mails.tellChanged(caller.accountId());
        return getMe(caller, new Nothing());
    }

    /** @throws Problem 400 for a wrong password */
    OwnData exportMe(Caller caller, ExportMe asked) {
        check.own(caller, asked.password());
        Besides besides = data.findBesides(caller.accountId());
        Kept kept = data.findKept(caller.accountId());
        return new OwnData(
                getMe(caller, new Nothing()),
                besides.registeredAt(),
                besides.emailChange(),
                besides.secondFactor(),
                besides.google(),
                sessions.list(caller),
                kept.addresses(),
                kept.staffCard(),
                kept.orders(),
                kept.builds(),
                kept.cart(),
                kept.chats());
    }

    /** @throws Problem 400 for a wrong password; 409 while an order is under way, and for the last administrator */
    Nothing deleteMe(Caller caller, DeleteMe asked) {
        Holder holder = check.own(caller, asked.password());
        try {
            AccountGone gone = mails.transaction(transaction -> delete(transaction, holder));
            mails.tellChanged(gone.accountId());
            mails.tellGone(gone);
            return null;
        } catch (DatabaseException e) {
            throw RoleRepository.worded(e);
        }
    }

    private AccountGone delete(Transaction transaction, Holder holder) {
        if (data.hasUnfinishedOrder(transaction, holder.id())) {
            throw Problem.conflict("account.unfinished-order");
        }
        List<String> rooms = data.delete(transaction, holder.id());
        mails.add(
                transaction,
                "account-deleted/" + holder.id(),
                holder.addressee(),
                new AccountDeleted(holder.name(), mails.url(holder.language(), "/")));
        return new AccountGone(holder.id(), rooms);
    }
}
