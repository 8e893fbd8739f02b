package rolt.account;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Arrays;
import java.util.List;
import rolt.account.AccountMessages.CreateAdmin;
import rolt.account.AccountMessages.CreatedAdmin;
import rolt.account.AccountMessages.HeldRole;
import rolt.account.AccountMessages.InitRoles;
import rolt.account.AccountMessages.Roles;
import rolt.account.AdministrationRepository.Found;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.HeavyWork;
import rolt.platform.Role;

/** What an operator does at the machine, by a command; no node of the shop answers these addresses. */
public final class AdministrationVerticle extends VerticleBase {
    private final Bus bus;
    private final AdministrationRepository repository;

    public AdministrationVerticle(Bus bus, Database database) {
        this.bus = bus;
        this.repository = new AdministrationRepository(database);
    }

    @Override
    public Future<?> start() {
        Passwords passwords = new Passwords(new HeavyWork(vertx, "passwords", 1, 1));
        bus.answer("account.initRoles", InitRoles.class, input -> initRoles());
        bus.answer("account.createAdmin", CreateAdmin.class, (caller, input) -> createAdmin(caller, input, passwords));
        return Future.succeededFuture();
    }

    private Roles initRoles() {
        int restored = repository.restoreRoles();
        List<HeldRole> held = repository.listRoles();
        List<String> known = Arrays.stream(Role.values()).map(Role::name).toList();
        List<String> unknown = held.stream()
                .map(HeldRole::code)
                .filter(code -> !known.contains(code))
                .toList();
        return new Roles(held, restored, unknown);
    }

    private CreatedAdmin createAdmin(Caller caller, CreateAdmin input, Passwords passwords) {
        String email = AccountRules.email(input.email());
        String name = AccountRules.name(input.name());
        String hash = passwords.hash(AccountRules.newPassword(input.password(), email));
        Found found = repository.createAdmin(email, hash, name, caller.requestId());
        return new CreatedAdmin(email, found.fresh(), found.wasAdmin());
    }
}
