package vn.nentang.review;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of this module's events. A name is never changed; a new shape gets a new version. */
@Component
public final class ReviewEvents implements EventCatalogue {

    @Override
    public List<EventType<?>> types() {
        return List.of(
                new EventType<>(
                        "review.member-classified.v1",
                        ReviewEvent.MemberClassified.class,
                        e -> List.of(e.person().subject(), "review:%d:%s".formatted(e.year(), e.cell()))),
                new EventType<>(
                        "review.organization-classified.v1",
                        ReviewEvent.OrganizationClassified.class,
                        e -> List.of(e.organization().subject())),
                new EventType<>(
                        "review.cap-raised.v1",
                        ReviewEvent.CapRaised.class,
                        e -> List.of(e.organization().subject())),
                new EventType<>(
                        "review.cap-measured-of-both.v1",
                        ReviewEvent.CapMeasuredOfBoth.class,
                        e -> List.of(e.organization().subject())),
                new EventType<>(
                        "review.summary-recorded.v1",
                        ReviewEvent.SummaryRecorded.class,
                        e -> List.of(e.organization().subject())),
                new EventType<>(
                        "review.unit-title-recorded.v1",
                        ReviewEvent.UnitTitleRecorded.class,
                        e -> List.of(e.organization().subject())),
                new EventType<>(
                        "review.published-result-recorded.v1",
                        ReviewEvent.PublishedResultRecorded.class,
                        e -> List.of(e.organization().subject())));
    }
}
