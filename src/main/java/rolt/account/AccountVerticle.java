package rolt.account;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.account.AccountMessages.AddStaff;
import rolt.account.AccountMessages.ChangeRoles;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.IdentifySession;
import rolt.account.AccountMessages.ListRoleChanges;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.RefreshToken;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.ResendVerification;
import rolt.account.AccountMessages.Ticket;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.account.PasswordMessages.ChangePassword;
import rolt.account.PasswordMessages.ResetPassword;
import rolt.account.PasswordMessages.SendResetLink;
import rolt.platform.AccessTokens;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.HeavyWork;
import rolt.platform.Platform;

/** Accounts, logins and sessions. Deployed on virtual threads. */
public final class AccountVerticle extends VerticleBase {
    private static final int HASHES_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** The last in the queue waits about eight seconds, half of what the bus grants. */
    private static final int HASHES_WAITING = 100 * HASHES_AT_ONCE;

    private static final Duration SWEEP = Duration.ofHours(1);

    private static final int SWEPT_AT_ONCE = 1_000;

    private final Platform platform;
    private Chore sweep;

    public AccountVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        HeavyWork work = new HeavyWork(vertx, "passwords", HASHES_AT_ONCE, HASHES_WAITING);
        Passwords passwords = new Passwords(work);
        AccessTokens accessTokens = new AccessTokens(vertx, platform.config().auth());
        SessionRepository sessions = new SessionRepository(platform.database());
        AccountService service = new AccountService(new AccountRepository(platform.database()));
        RecoverPassword recovery = new RecoverPassword(platform, passwords);
        ReplacePassword replacement = new ReplacePassword(platform, passwords);
        RegisterAccount registration = new RegisterAccount(platform, passwords);
        LogIn logIn = new LogIn(platform, passwords, accessTokens);
        SessionService sessionService = new SessionService(platform, sessions);
        RefreshSession refresh = new RefreshSession(platform, sessions, logIn);

        Bus bus = platform.bus();
        bus.answer("account.register", Register.class, registration::register);
        bus.answer("account.verifyEmail", VerifyEmail.class, registration::verifyEmail);
        bus.answer("account.resendVerification", ResendVerification.class, registration::resendVerification);
        bus.answer("account.sendResetLink", SendResetLink.class, recovery::sendResetLink);
        bus.answer("account.resetPassword", ResetPassword.class, recovery::resetPassword);
        bus.answer("account.changePassword", ChangePassword.class, replacement::changePassword);
        bus.answer("account.getMe", Nothing.class, service::getMe);
        bus.answer("account.createSession", Credentials.class, logIn::createSession);
        bus.answer("account.createToken", Credentials.class, logIn::createToken);
        bus.answer("account.refreshToken", RefreshToken.class, refresh::refreshToken);
        bus.answer("account.endSession", Nothing.class, sessionService::endSession);
        bus.answer("account.createTicket", Nothing.class, sessionService::createTicket);
        bus.answer("account.redeemTicket", Ticket.class, sessionService::redeemTicket);
        bus.answer("account.startVisit", Nothing.class, sessionService::startVisit);
        bus.answer("account.identifySession", IdentifySession.class, sessionService::identifySession);
        bus.answer("account.identifyAccount", IdentifyAccount.class, sessionService::identifyAccount);

        StaffService staff = new StaffService(platform, new StaffRepository(platform.database()));
        bus.answer("account.addStaff", AddStaff.class, staff::addStaff);
        bus.answer("account.changeRoles", ChangeRoles.class, staff::changeRoles);
        bus.answer("account.listRoleChanges", ListRoleChanges.class, staff::listRoleChanges);
        bus.answer("account.listRoles", Nothing.class, staff::listRoles);

        AttemptRepository attempts = new AttemptRepository(platform.database());
        RegistrationRepository registrations = new RegistrationRepository(platform.database());
        sweep = new Chore(platform.database(), "account.sweep", SWEEP, () -> {
                    attempts.sweep();
                    registrations.sweep();
                    return sessions.sweep(SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
                })
                .start(vertx);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return sweep.stop();
    }
}
