package dev.blackstart.driver;

import java.util.function.Supplier;

import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;

/** Calls to targets, told as drivers tell them. */
public final class TargetCalls {

    private TargetCalls() {
    }

    /** @throws DriverFailed in place of {@link TargetFailed} */
    public static <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (TargetOutcomeUnknown unknown) {
            throw unknown.output == null ? new OutcomeUnknown(unknown.getMessage(), unknown)
                    : new OutcomeUnknown(unknown.getMessage(), unknown.output);
        } catch (TargetFailed failed) {
            throw failed.output == null ? new DriverFailed(failed.getMessage(), failed)
                    : new DriverFailed(failed.getMessage(), failed.output);
        }
    }
}
