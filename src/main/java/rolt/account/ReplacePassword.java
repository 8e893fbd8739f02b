package rolt.account;

import rolt.account.AccountMessages.Nothing;
import rolt.account.PasswordMessages.ChangePassword;
import rolt.account.PasswordRepository.Holder;
import rolt.platform.Caller;
import rolt.platform.Platform;

/** Replaces a known password by its owner. */
final class ReplacePassword {
    private final Passwords passwords;
    private final CheckPassword check;
    private final PasswordRepository repository;
    private final AccountMails mails;

    ReplacePassword(Platform platform, Passwords passwords) {
        this.passwords = passwords;
        this.check = new CheckPassword(platform, passwords);
        this.repository = new PasswordRepository(platform.database());
        this.mails = new AccountMails(platform);
    }

    /** The session it is asked in goes on; all others end, and the owner is told by mail. */
    Nothing changePassword(Caller caller, ChangePassword change) {
        Holder holder = check.own(caller, change.password());
        String hash = passwords.hash(AccountRules.newPassword("newPassword", change.newPassword(), holder.email()));
        mails.transaction(transaction -> {
            if (!repository.change(transaction, holder, caller.sessionId(), hash)) {
                throw CheckPassword.wrong();
            }
            RecoverPassword.tellOwner(mails, transaction, holder);
            return holder;
        });
        mails.tellChanged(holder.id());
        return null;
    }
}
