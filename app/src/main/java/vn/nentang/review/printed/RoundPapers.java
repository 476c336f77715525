package vn.nentang.review.printed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.MemberClassified;
import vn.nentang.review.ReviewEvent.OrganizationClassified;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.printed.DecisionPapers.Line;
import vn.nentang.review.printed.DecisionPapers.Made;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.Publications;
import vn.nentang.store.Reach;

/**
 * The papers of a round from what is recorded, in Vietnamese as papers are. Reads whole, whoever asks: who may have a paper is
 * the asker's care.
 */
@Component
public final class RoundPapers {

    private final Organizations organizations;
    private final ReviewResults results;
    private final Ledger ledger;
    private final Places places;
    private final Publications publications;

    public RoundPapers(
            Organizations organizations,
            ReviewResults results,
            Ledger ledger,
            Places places,
            Publications publications) {
        this.places = places;
        this.publications = publications;
        this.organizations = organizations;
        this.results = results;
        this.ledger = ledger;
    }

    /**
     * Empty while what the paper tells is not recorded, for a paper about a cell's meeting of what is no cell, and for a
     * person who is not on the roll.
     */
    public Optional<OfficialPaper> find(PaperKind kind, Place place, @Nullable PersonId person) {
        var member = Optional.ofNullable(person)
                .flatMap(p -> Optional.ofNullable(place.roll().get(p)));
        if (member.isEmpty() && (person != null || kind.needsPerson())) {
            return Optional.empty();
        }
        return Reach.whole(() -> paper(kind, around(place), member.orElse(null)));
    }

    private Around around(Place place) {
        var tree = organizations.treeOn(place.rules().date());
        return new Around(
                place,
                parent(tree, place.organization()),
                place.decider() == null ? null : parent(tree, place.decider()));
    }

    private static @Nullable Organization parent(OrganizationTree tree, Organization of) {
        return Optional.ofNullable(of.parent()).flatMap(tree::find).orElse(null);
    }

    private Optional<OfficialPaper> paper(PaperKind kind, Around around, @Nullable RosterLine member) {
        return switch (kind) {
            case SELF_REVIEW -> Optional.ofNullable(member).map(one -> SelfReviewPaper.of(around, one));
            case REPORT -> Optional.of(SelfReviewPaper.ofOrganization(around));
            case BALLOT -> around.place().isCell() ? Optional.of(new MeetingPapers(around).ballot()) : Optional.empty();
            case MINUTES -> new MeetingPapers(around).minutes();
            case COUNT -> new MeetingPapers(around).count();
            case NOTICE -> Optional.ofNullable(member).flatMap(one -> notice(around, one));
            case DECISION -> decision(around);
            case PUBLICATION -> publication(around);
            case RECLASSIFICATION -> again(around, member);
            case DOSSIER -> Optional.of(new DossierList(around).paper());
        };
    }

    /** The decisions on a subject in the year, the one that counts last. */
    private List<Made> decisions(String subject, Function<ReviewEvent, Optional<ReviewEvent.Outcome>> outcome) {
        var made = new ArrayList<Made>();
        for (Entry<ReviewEvent> entry : ledger.history(subject).of(ReviewEvent.class)) {
            outcome.apply(entry.event()).ifPresent(one -> made.add(new Made(entry, one)));
        }
        return made;
    }

    private List<Made> decisionsOn(Place place) {
        return decisions(
                place.organization().id().subject(),
                event -> event instanceof OrganizationClassified e && e.year() == place.year()
                        ? Optional.of(e.outcome())
                        : Optional.empty());
    }

    private List<Made> decisionsOn(Place place, PersonId person) {
        return decisions(
                person.subject(),
                event -> event instanceof MemberClassified e
                                && e.year() == place.year()
                                && e.cell().equals(place.organization().id())
                        ? Optional.of(e.outcome())
                        : Optional.empty());
    }

    private Optional<OfficialPaper> notice(Around around, RosterLine member) {
        var made = decisionsOn(around.place(), member.person());
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new DecisionPapers(around).notice(member, made.getLast()));
    }

    private Optional<OfficialPaper> again(Around around, @Nullable RosterLine member) {
        var made = member == null ? decisionsOn(around.place()) : decisionsOn(around.place(), member.person());
        return made.size() < 2
                ? Optional.empty()
                : Optional.of(new DecisionPapers(around).again(member, made.get(made.size() - 2), made.getLast()));
    }

    private Optional<OfficialPaper> decision(Around around) {
        var made = decisionsOn(around.place());
        if (made.isEmpty()) {
            return Optional.empty();
        }
        var papers = new DecisionPapers(around);
        return Optional.of(
                around.place().isCell()
                        ? papers.decision(made.getLast(), "đảng viên", members(around))
                        : papers.decision(made.getLast(), "tổ chức đảng trực thuộc", below(around)));
    }

    private List<Line> members(Around around) {
        var place = around.place();
        var name = place.organization().name();
        return results.members(place.year(), List.of(place.organization().id())).stream()
                .filter(one -> one.entry() != null)
                .map(one -> new Line(
                        one.fullName(),
                        name,
                        around.outcome(place.kindOf(one.person()), code(one.level(), one.notClassified()))))
                .toList();
    }

    private List<Line> below(Around around) {
        var place = around.place();
        var types = new OrganizationTypes(place.rules());
        var lines = new ArrayList<Line>();
        var ids = place.below().stream().map(Organization::id).toList();
        for (var result : results.organizations(place.year(), ids)) {
            named(place, result.organization())
                    .ifPresent(one -> lines.add(new Line(
                            one.name(),
                            place.organization().name(),
                            around.outcome(
                                    types.kind(one).orElse(place.kind()),
                                    code(result.level(), result.notClassified())))));
        }
        return lines;
    }

    /** What a committee decided, as it counts now; with the day and the number of the last publication where nothing is due. */
    private Optional<OfficialPaper> publication(Around around) {
        var place = around.place();
        var decided = places.decidedBy(place.organization().id(), place.year()).stream()
                .collect(Collectors.toMap(
                        Organization::id,
                        one -> one,
                        (one, _) -> one,
                        LinkedHashMap<OrganizationId, Organization>::new));
        var levels = publications.levels(
                place.year(), decided.keySet(), place.rules().date());
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        var lists = new PublicationPaper.Lists(
                lines(levels.stream().filter(one -> one.person() == null), decided, around),
                lines(levels.stream().filter(one -> one.person() != null), decided, around));
        var last = levels.stream().anyMatch(Publications.Level::isDue)
                ? Optional.<Publications.Publication>empty()
                : publications.of(place.year(), decided.keySet()).stream().reduce((_, later) -> later);
        return Optional.of(new PublicationPaper(around)
                .paper(
                        lists,
                        last.map(Publications.Publication::on).orElse(null),
                        last.map(one -> new Paper(one.number(), one.on(), null, null))
                                .orElse(null)));
    }

    private static List<PublicationPaper.Line> lines(
            Stream<Publications.Level> levels, Map<OrganizationId, Organization> decided, Around around) {
        return levels.map(one -> line(one, decided, around)).toList();
    }

    private static PublicationPaper.Line line(
            Publications.Level level, Map<OrganizationId, Organization> decided, Around around) {
        var place = around.place();
        var of = Objects.requireNonNull(decided.get(level.organization()));
        var note = level.isChanged()
                ? "Thay mức đã công khai " + PartialDate.of(Objects.requireNonNull(level.publishedOn()))
                : level.answeredOn() == null ? "" : "Đã trả lời ý kiến";
        if (level.person() == null) {
            var kind = new OrganizationTypes(place.rules()).kind(of).orElse(place.kind());
            return new PublicationPaper.Line(
                    of.name(), place.organization().name(), around.outcome(kind, level.outcome()), note);
        }
        var kind = place.memberKinds().getFirst().kind();
        return new PublicationPaper.Line(level.name(), of.name(), around.outcome(kind, level.outcome()), note);
    }

    private static Optional<Organization> named(Place place, OrganizationId id) {
        return place.below().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static String code(@Nullable String level, @Nullable String reason) {
        return level != null ? level : reason != null ? reason : "";
    }
}
