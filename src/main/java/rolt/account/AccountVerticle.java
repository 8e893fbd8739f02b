package rolt.account;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.account.AccountMessages.AddStaff;
import rolt.account.AccountMessages.ChangePicture;
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
import rolt.account.EmailMessages.ChangeEmail;
import rolt.account.EmailMessages.ConfirmEmail;
import rolt.account.EmailMessages.RevertEmail;
import rolt.account.GoogleMessages.BeginGoogle;
import rolt.account.GoogleMessages.FinishGoogle;
import rolt.account.GoogleMessages.UnlinkGoogle;
import rolt.account.OwnDataMessages.DeleteMe;
import rolt.account.OwnDataMessages.ExportMe;
import rolt.account.OwnDataMessages.UpdateMe;
import rolt.account.PasswordMessages.ChangePassword;
import rolt.account.PasswordMessages.ResetPassword;
import rolt.account.PasswordMessages.SendResetLink;
import rolt.account.SecondFactorMessages.AnswerChallenge;
import rolt.account.SecondFactorMessages.BeginSecondFactor;
import rolt.account.SecondFactorMessages.ConfirmSecondFactor;
import rolt.account.SecondFactorMessages.RemoveSecondFactor;
import rolt.account.SecondFactorMessages.RenewRecoveryCodes;
import rolt.account.SecondFactorMessages.ResetSecondFactor;
import rolt.account.SessionMessages.EndSessions;
import rolt.account.SessionMessages.RevokeSession;
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
        Passwords passwords = new Passwords(new HeavyWork(vertx, "passwords", HASHES_AT_ONCE, HASHES_WAITING));
        answerCredentials(platform.bus(), passwords);
        answerSessions(platform.bus(), passwords);
        answerOwner(platform.bus(), passwords);
        answerRoles(platform.bus());
        answerSecondFactor(platform.bus(), passwords);
        sweep();
        return Future.succeededFuture();
    }

    private void answerCredentials(Bus bus, Passwords passwords) {
        RegisterAccount registration = new RegisterAccount(platform, passwords);
        bus.answer("account.register", Register.class, registration::register);
        bus.answer("account.verifyEmail", VerifyEmail.class, registration::verifyEmail);
        bus.answer("account.resendVerification", ResendVerification.class, registration::resendVerification);

        RecoverPassword recovery = new RecoverPassword(platform, passwords);
        bus.answer("account.sendResetLink", SendResetLink.class, recovery::sendResetLink);
        bus.answer("account.resetPassword", ResetPassword.class, recovery::resetPassword);

        ReplacePassword replacement = new ReplacePassword(platform, passwords);
        bus.answer("account.changePassword", ChangePassword.class, replacement::changePassword);

        ReplaceEmail email = new ReplaceEmail(platform, passwords);
        bus.answer("account.changeEmail", ChangeEmail.class, email::changeEmail);
        bus.answer("account.confirmEmail", ConfirmEmail.class, email::confirmEmail);
        bus.answer("account.revertEmail", RevertEmail.class, email::revertEmail);
    }

    private void answerSessions(Bus bus, Passwords passwords) {
        OpenSession open = new OpenSession(
                platform, new AccessTokens(vertx, platform.config().auth()));
        Challenge challenge = new Challenge(platform, open);
        LogIn logIn = new LogIn(platform, passwords, challenge, open);
        bus.answer("account.createSession", Credentials.class, logIn::createSession);
        bus.answer("account.createToken", Credentials.class, logIn::createToken);
        bus.answer("account.createSessionWithCode", AnswerChallenge.class, challenge::createSessionWithCode);
        bus.answer("account.createTokenWithCode", AnswerChallenge.class, challenge::createTokenWithCode);

        SignInWithGoogle google = new SignInWithGoogle(platform, passwords, challenge, open);
        bus.answer("account.beginGoogle", BeginGoogle.class, google::beginGoogle);
        bus.answer("account.finishGoogle", FinishGoogle.class, google::finishGoogle);
        bus.answer("account.unlinkGoogle", UnlinkGoogle.class, google::unlinkGoogle);

        SessionRepository repository = new SessionRepository(platform.database());
        RefreshSession refresh = new RefreshSession(platform, repository, open);
        bus.answer("account.refreshToken", RefreshToken.class, refresh::refreshToken);

        SessionService sessions = new SessionService(platform, repository);
        bus.answer("account.startVisit", Nothing.class, sessions::startVisit);
        bus.answer("account.identifySession", IdentifySession.class, sessions::identifySession);
        bus.answer("account.identifyAccount", IdentifyAccount.class, sessions::identifyAccount);
        bus.answer("account.createTicket", Nothing.class, sessions::createTicket);
        bus.answer("account.redeemTicket", Ticket.class, sessions::redeemTicket);
        bus.answer("account.listSessions", Nothing.class, sessions::listSessions);
        bus.answer("account.revokeSession", RevokeSession.class, sessions::revokeSession);
        bus.answer("account.endSession", Nothing.class, sessions::endSession);
        bus.answer("account.endSessions", EndSessions.class, sessions::endSessions);
    }

    private void answerOwner(Bus bus, Passwords passwords) {
        OwnDataService own = new OwnDataService(platform, passwords);
        bus.answer("account.getMe", Nothing.class, own::getMe);
        bus.answer("account.updateMe", UpdateMe.class, own::updateMe);
        bus.answer("account.exportMe", ExportMe.class, own::exportMe);
        bus.answer("account.deleteMe", DeleteMe.class, own::deleteMe);

        OwnPicture picture = new OwnPicture(bus, new AccountRepository(platform.database()));
        bus.answer("account.changePicture", ChangePicture.class, picture::change);
        bus.answer("account.removePicture", Nothing.class, picture::remove);
    }

    private void answerRoles(Bus bus) {
        RoleService roles = new RoleService(platform, new RoleRepository(platform.database()));
        bus.answer("account.addStaff", AddStaff.class, roles::addStaff);
        bus.answer("account.changeRoles", ChangeRoles.class, roles::changeRoles);
        bus.answer("account.listRoleChanges", ListRoleChanges.class, roles::listRoleChanges);
        bus.answer("account.listRoles", Nothing.class, roles::listRoles);
    }

    private void answerSecondFactor(Bus bus, Passwords passwords) {
        SecondFactorService factors = new SecondFactorService(platform, passwords);
        bus.answer("account.getSignInWays", Nothing.class, factors::getSignInWays);
        bus.answer("account.beginSecondFactor", BeginSecondFactor.class, factors::beginSecondFactor);
        bus.answer("account.confirmSecondFactor", ConfirmSecondFactor.class, factors::confirmSecondFactor);
        bus.answer("account.renewRecoveryCodes", RenewRecoveryCodes.class, factors::renewRecoveryCodes);
        bus.answer("account.removeSecondFactor", RemoveSecondFactor.class, factors::removeSecondFactor);
        bus.answer("account.resetSecondFactor", ResetSecondFactor.class, factors::resetSecondFactor);
    }

    private void sweep() {
        SessionRepository sessions = new SessionRepository(platform.database());
        AttemptRepository attempts = new AttemptRepository(platform.database());
        RegistrationRepository registrations = new RegistrationRepository(platform.database());
        ChallengeRepository challenges = new ChallengeRepository(platform.database());
        GoogleRepository google = new GoogleRepository(platform.database());
        StrangerMailRepository strangers = new StrangerMailRepository();
        sweep = new Chore(platform.database(), "account.sweep", SWEEP, () -> {
                    attempts.sweep();
                    registrations.sweep();
                    challenges.sweep();
                    google.sweep();
                    strangers.sweep(platform.database());
                    return sessions.sweep(SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
                })
                .start(vertx);
    }

    @Override
    public Future<?> stop() {
        return sweep.stop();
    }
}
