package vn.nentang.membership;

import java.time.LocalDate;
import java.util.UUID;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.LedgerEvent;

/** What happened to an office's list as a whole. The members in it have entries of their own, under the same command. */
public sealed interface ImportEvent extends LedgerEvent {

    /** The id of the command that took the list over. */
    UUID list();

    /**
     * A roster was taken over.
     *
     * @param under the organisation whose cells the list names
     * @param fileDigest SHA-256 of the file, in hexadecimal
     * @param asOf the day of the list
     * @param taken rows taken over
     * @param leftOut rows left for a person to decide
     */
    record RosterImported(
            UUID list, OrganizationId under, String fileName, String fileDigest, LocalDate asOf, int taken, int leftOut)
            implements ImportEvent {}

    /** A roster was taken back: every entry it had made was withdrawn. */
    record RosterImportUndone(UUID list, OrganizationId under, String reason) implements ImportEvent {}
}
