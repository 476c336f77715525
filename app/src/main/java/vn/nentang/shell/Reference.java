package vn.nentang.shell;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * What a person reads out when something broke, and finds the cause in the log by: {@code K7QM-4TXP}. It is random and says
 * nothing of the cause; letters and digits that are taken for one another are left out.
 */
public final class Reference {

    private static final String SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679";
    private static final int SIGNS_EACH_HALF = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    public static String made() {
        return half() + "-" + half();
    }

    private static String half() {
        return RANDOM.ints(SIGNS_EACH_HALF, 0, SIGNS.length())
                .mapToObj(i -> SIGNS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
