package vn.nentang.ledger;

import java.util.List;

/**
 * What one node recorded in a row. A parcel lies in memory as a whole; a subject whose entries all stand in one parcel
 * costs least.
 *
 * @param node the name of the installation, as in entry references
 */
public record Parcel(String node, List<Recording> recordings) {

    public Parcel {
        recordings = List.copyOf(recordings);
    }
}
