package rolt.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rolt.account.AccountMessages.AddStaff;
import rolt.account.AccountMessages.ChangeRoles;
import rolt.account.AccountMessages.ListRoleChanges;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.RoleChange;
import rolt.account.AccountMessages.RoleChangeList;
import rolt.account.AccountMessages.RoleList;
import rolt.account.AccountMessages.StaffRoles;
import rolt.account.RoleRepository.Change;
import rolt.account.RoleRepository.Held;
import rolt.account.RoleRepository.Told;
import rolt.mail.MailMessages.RolesChanged;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;

/** What administrators do with the roles of staff; each change is recorded and holds at once on every node. */
final class RoleService {
    private static final int PAGE = 20;

    private final RoleRepository roles;
    private final AccountMails mails;

    RoleService(Platform platform, RoleRepository roles) {
        this.roles = roles;
        this.mails = new AccountMails(platform);
    }

    /**
     * Gives roles to the owner of an e-mail address who has none yet.
     *
     * @throws Problem 404 where nobody has that address, 409 where it is not verified or its owner is staff already
     */
    StaffRoles addStaff(Caller caller, AddStaff input) {
        Held held =
                roles.find(AccountRules.email(input.email())).orElseThrow(() -> Problem.notFound("account-of-email"));
        if (!held.roles().isEmpty()) {
            throw Problem.conflict("staff.already");
        }
        return change(caller, held.accountId(), Set.of(), input.roles());
    }

    /**
     * Replaces the roles of an account.
     *
     * @throws Problem 404 for an unknown account; 409 where it no longer has the roles that were expected, is not
     *     verified, or is that of the last administrator
     */
    StaffRoles changeRoles(Caller caller, ChangeRoles input) {
        return change(caller, input.accountId(), input.expected(), input.roles());
    }

    private StaffRoles change(Caller caller, UUID accountId, Set<Role> expected, Set<Role> wanted) {
        Change change = new Change(accountId, expected, wanted, caller.accountId(), caller.requestId());
        Held held = write(change);
        if (!held.verified() && !wanted.isEmpty()) {
            throw Problem.conflict("staff.unverified");
        }
        if (!held.roles().equals(expected)) {
            throw Problem.conflict("roles.changed", Map.of("roles", names(held.roles())));
        }
        mails.tellChanged(accountId);
        return new StaffRoles(accountId, held.email(), wanted);
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    private Held write(Change change) {
        try {
            return mails.transaction(transaction -> changeAndTell(transaction, change))
                    .orElseThrow(() -> Problem.notFound("account"));
        } catch (DatabaseException e) {
            throw RoleRepository.worded(e);
        }
    }

    private Optional<Held> changeAndTell(Transaction transaction, Change change) {
        Optional<Held> before = roles.change(transaction, change);
        if (before.filter(held -> isChanged(held, change)).isPresent()) {
            tell(transaction, change, roles.lastChange(transaction, change.accountId()));
        }
        return before;
    }

    private static boolean isChanged(Held before, Change change) {
        boolean allowed = before.verified() || change.wanted().isEmpty();
        return allowed
                && before.roles().equals(change.expected())
                && !before.roles().equals(change.wanted());
    }

    private void tell(Transaction transaction, Change change, Told told) {
        String page = change.wanted().isEmpty() ? "/account" : "/staff";
        mails.add(
                transaction,
                "roles-changed/" + change.accountId() + "/" + Instant.now(),
                told.to(),
                new RolesChanged(
                        told.to().name(),
                        told.roles(),
                        told.actor(),
                        told.actorEmail(),
                        mails.url(told.to().language(), page)));
    }

    RoleChangeList listRoleChanges(ListRoleChanges input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<RoleChange> found = roles.listChanges(input.accountId(), input.after(), limit + 1);
        List<RoleChange> items = found.subList(0, Math.min(limit, found.size()));
        return new RoleChangeList(items, found.size() > limit ? items.getLast().id() : null);
    }

    /** The roles in words. */
    RoleList listRoles(Caller caller, Nothing nothing) {
        return new RoleList(roles.listRoles(caller.language()));
    }
}
