package vn.nentang.shell.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms for the second step.
 *
 * @param state empty, wrong, wrong-passkey, late or wait
 * @param waitSeconds how long to wait before the next try
 * @param hasTelephone whether a code may come from a telephone; one on paper always may
 * @param passkey the question for a passkey, as browsers read it; null where none can be asked for
 * @param elsewhere domains at which the account has passkeys, where it has none for this one
 */
public record SecondStepPage(
        String state,
        long waitSeconds,
        boolean hasTelephone,
        @Nullable String passkey,
        List<String> elsewhere) implements Page {

    public SecondStepPage {
        elsewhere = List.copyOf(elsewhere);
    }

    @Override
    public String template() {
        return "second-step";
    }

    @Override
    public boolean runsScript() {
        return passkey != null;
    }
}
