package vn.nentang.shell.web.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OpenSessions;
import vn.nentang.shell.web.Page;

/**
 * How one signs in: the last time, the second factor, the sessions that are open.
 *
 * @param before the sign-in before this one; null for the first
 * @param failed wrong tries between the two
 * @param isOn whether the second factor is on
 * @param isAdvised whether what this account may do calls for one
 * @param current the session this page was asked for in
 */
public record SignInsPage(
        @Nullable Instant before,
        int failed,
        boolean isOn,
        boolean isAdvised,
        int paperCodesLeft,
        List<OpenSessions.Open> sessions,
        @Nullable UUID current,
        List<Refusal> refusals)
        implements Page {

    public SignInsPage {
        sessions = List.copyOf(sessions);
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "account/sign-ins";
    }
}
