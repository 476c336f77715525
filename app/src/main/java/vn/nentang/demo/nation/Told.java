package vn.nentang.demo.nation;

import java.util.Iterator;
import vn.nentang.ledger.Parcel;

/** Counts the parcels that were taken. */
final class Told implements Iterator<Parcel> {

    private final Iterator<Parcel> parcels;
    private int count;

    Told(Iterator<Parcel> parcels) {
        this.parcels = parcels;
    }

    int count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        return parcels.hasNext();
    }

    @Override
    public Parcel next() {
        count++;
        return parcels.next();
    }
}
