package dev.blackstart.security.password;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.password.SignInThrottle.Attempt;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/** Checks a password when its turn comes. After many wrong ones the answer comes late, right or wrong; none is refused. */
@ApplicationScoped
public class ThrottledCheck {

    private final SignInThrottle throttle;
    private final FairPasswordQueue turns;
    private final Clock clock;

    ThrottledCheck(SignInThrottle throttle, FairPasswordQueue turns, Clock clock) {
        this.throttle = throttle;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Emits on a thread of its own, which must not be blocked.
     *
     * @param first before what strangers send
     * @param check throws an {@link AuthenticationFailedException} or a {@link Problem} for a wrong password
     */
    public <T> Uni<T> take(Attempt attempt, boolean first, Supplier<T> check) {
        return turns.take(first, attempt.address(), () -> checked(attempt, check))
                .onItem().transformToUni(late -> late.after(clock.instant()));
    }

    private <T> Late<T> checked(Attempt attempt, Supplier<T> check) {
        Instant began = clock.instant();
        try {
            return new Late<>(check.get(), null, began.plus(throttle.delay(attempt)));
        } catch (AuthenticationFailedException | Problem wrong) {
            throttle.failed(attempt);
            return new Late<>(null, wrong, began.plus(throttle.delay(attempt)));
        }
    }

    /** What was found, and when to say so: right and wrong, known and unknown take the same time. */
    private record Late<T>(T right, RuntimeException wrong, Instant at) {

        Uni<T> after(Instant now) {
            Uni<T> said = wrong == null ? Uni.createFrom().item(right) : Uni.createFrom().failure(wrong);
            return at.isAfter(now)
                    ? Uni.createFrom().voidItem().onItem().delayIt().by(Duration.between(now, at)).onItem()
                            .transformToUni(waited -> said)
                    : said;
        }
    }
}
