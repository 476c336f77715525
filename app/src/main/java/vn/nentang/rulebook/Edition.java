package vn.nentang.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are in force on this machine.
 *
 * @param number counts on with every change that is given out
 * @param madeOn null for the rules that came with the program
 * @param signer fingerprint of the key that signed them; empty for the rules that came with the program
 */
public record Edition(int number, @Nullable LocalDate madeOn, Label note, String signer) {

    public boolean isShipped() {
        return signer.isEmpty();
    }
}
