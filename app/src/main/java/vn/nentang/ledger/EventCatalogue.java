package vn.nentang.ledger;

import java.util.List;

/** The kinds of events a module records. One bean for each module that records anything. */
public interface EventCatalogue {

    List<EventType<?>> types();
}
