package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Tokens;
import rolt.account.AccountRepository.Known;
import rolt.account.SecondFactorMessages.AnswerChallenge;
import rolt.account.SessionMessages.SessionKind;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * Between the first proof of who somebody is and his session: who has a second factor is given a challenge, and a
 * session for its answer.
 */
final class Challenge {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 5;
    private static final int UNAUTHORIZED = 401;

    private final CheckSecondFactor check;
    private final ChallengeRepository repository;
    private final OpenSession open;

    Challenge(Platform platform, OpenSession open) {
        this.check = new CheckSecondFactor(platform);
        this.repository = new ChallengeRepository(platform.database());
        this.open = open;
    }

    /** @throws Problem 401 {@code second-factor-needed} where the account has one */
    void unlessEnough(Known known, SessionKind kind) {
        begin(known, kind).ifPresent(challenge -> {
            Map<String, Object> params = Map.of("challenge", challenge.text());
            throw new Problem(new Problem.Detail(UNAUTHORIZED, "second-factor-needed", params, List.of()));
        });
    }

    /** A challenge for who has a second factor; nothing for who has shown enough. */
    Optional<Token> begin(Known known, SessionKind kind) {
        if (!known.secondFactor()) {
            return Optional.empty();
        }
        Token challenge = Token.random();
        repository.add(challenge, known, kind, Instant.now().plus(LIFE));
        return Optional.of(challenge);
    }

    /** The second half of a browser's login. */
    Session createSessionWithCode(Caller caller, AnswerChallenge answer) {
        return open.forBrowser(caller, passed(caller, answer, SessionKind.BROWSER));
    }

    /** The second half of an API client's login. */
    Tokens createTokenWithCode(Caller caller, AnswerChallenge answer) {
        return open.forClient(passed(caller, answer, SessionKind.API));
    }

    /** @throws Problem 400 for a wrong code; 401 where the challenge is worth nothing; 429 with the seconds to wait */
    private Known passed(Caller caller, AnswerChallenge answer, SessionKind kind) {
        Token challenge = new Token(answer.challenge());
        UUID accountId = repository.tryOnce(challenge, kind, MOST_TRIES).orElseThrow(Challenge::expired);
        if (!check.isRight(caller, accountId, answer.code())) {
            throw CheckSecondFactor.wrong();
        }
        return repository.take(challenge).orElseThrow(Challenge::expired);
    }

    private static Problem expired() {
        return Problem.unauthorized("challenge-expired");
    }
}
