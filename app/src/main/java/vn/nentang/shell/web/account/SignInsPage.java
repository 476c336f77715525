package vn.nentang.shell.web.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Passkeys;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OpenSessions;
import vn.nentang.shell.web.Page;

/**
 * How one signs in: the last time, the second factors, the sessions that are open.
 *
 * @param before the sign-in before this one; null for the first
 * @param failed wrong tries between the two
 * @param current the session this page was asked for in
 */
public record SignInsPage(
        @Nullable Instant before,
        int failed,
        Factors factors,
        Keys keys,
        List<OpenSessions.Open> sessions,
        @Nullable UUID current,
        List<Refusal> refusals)
        implements Page {

    public SignInsPage {
        sessions = List.copyOf(sessions);
        refusals = List.copyOf(refusals);
    }

    /**
     * What is asked for beside the password.
     *
     * @param isOn whether anything is
     * @param isAdvised whether what this account may do calls for it
     */
    public record Factors(boolean isOn, boolean isAdvised, boolean hasTelephone, int paperCodesLeft) {}

    /**
     * The passkeys.
     *
     * @param canAdd whether browsers know passkeys at the address of this page
     * @param name of a new one, as typed
     */
    public record Keys(List<Passkeys.Passkey> all, boolean canAdd, String name) {

        public Keys {
            all = List.copyOf(all);
        }
    }

    @Override
    public String template() {
        return "account/sign-ins";
    }
}
