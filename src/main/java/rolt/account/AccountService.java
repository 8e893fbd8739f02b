package rolt.account;

import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** The account as its owner sees it. */
final class AccountService {
    private final AccountRepository accounts;

    AccountService(AccountRepository accounts) {
        this.accounts = accounts;
    }

    Me getMe(Caller caller, Nothing nothing) {
        return accounts.findMe(caller.accountId()).orElseThrow(() -> Problem.notFound("account"));
    }
}
