package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.organization.Organization;
import vn.nentang.review.Classification;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Dossier;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.RoundDesk;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.review.TypedFields;

/** What all pages of a round need: the papers of an organisation within reach, their words, and the desk that records. */
@Component
@ConditionalOnWebApplication
final class Desk {

    private final Places places;
    private final RoundDesk desk;
    private final ReviewYears years;
    private final Labels labels;
    private final Rulebook rulebook;

    Desk(Places places, RoundDesk desk, ReviewYears years, Labels labels, Rulebook rulebook) {
        this.places = places;
        this.desk = desk;
        this.years = years;
        this.labels = labels;
        this.rulebook = rulebook;
    }

    /** The papers of an organisation within the reader's reach. */
    Place place(OrganizationId id, int year, Viewer viewer) {
        OutOfReach.unless(viewer.scope().covers(id, years.lastDayOf(year)));
        return OutOfReach.require(places.find(id, year));
    }

    List<Organization> path(Place place, Viewer viewer) {
        return viewer.scope().path(place.organization().id(), place.rules().date());
    }

    Answer record(UUID command, List<? extends RoundEvent> events, LocalDate on, Paper paper, Viewer viewer) {
        var request = new Request(events, on, paper);
        return desk.proposeAll(new Command(command, viewer.account().login(), request), events, on, paper);
    }

    /** Remembers what was sent: of the same, sent again after it was recorded, another event would be made. */
    Answer recordSent(UUID command, TypedFields sent, RoundEvent event, LocalDate on, Viewer viewer) {
        var request = new SentForm(event.organization(), event.year(), sent.all());
        return desk.proposeAll(
                new Command(command, viewer.account().login(), request), List.of(event), on, Paper.UNKNOWN);
    }

    /** Whether the member wrote the self-review that stands, and another is looking at it. */
    boolean isAnothersWord(Place place, PersonId person, Viewer viewer) {
        return !person.equals(viewer.person()) && desk.isOwnWord(place, person);
    }

    /** How many members of a cell handed in their papers elsewhere in the year. */
    int broughtAlong(Place place) {
        return place.isCell() && !place.dossier().isSubmitted()
                ? places.handedInElsewhere(place).size()
                : 0;
    }

    Answer takeOver(UUID command, Place place, LocalDate on, Viewer viewer) {
        var request =
                "take-over:%d:%s".formatted(place.year(), place.organization().id());
        return desk.takeOver(new Command(command, viewer.account().login(), request), place, on);
    }

    private record SentForm(OrganizationId organization, int year, SortedMap<String, String> fields) {}

    /** A request as it is remembered. */
    private record Request(List<? extends RoundEvent> events, LocalDate on, Paper paper) {
        Request {
            events = List.copyOf(events);
        }
    }

    /** The code of a level or of a reason, in words. */
    String word(Place place, String object, String code, Texts texts) {
        return code.isEmpty()
                ? ""
                : labels.outcome(
                        place.regime().id(), object, code, place.rules().date(), texts);
    }

    /** When, how and where results were made public, in a sentence with the number of the paper. */
    String published(Dossier.Made<RoundEvent.ResultsPublished> made, Place place, Texts texts) {
        var event = made.event();
        var day = place.rules().date();
        var how = "%s: %s".formatted(label("publication-manner", event.manner(), day, texts), event.where());
        var number = made.paper().number();
        return texts.of(
                "publication.told", made.on(), number == null ? how : texts.of("publication.by-paper", how, number));
    }

    /** Codes of levels or of reasons to choose from. */
    List<FactFields.Option> options(Place place, String object, Collection<String> codes, Texts texts) {
        return codes.stream()
                .map(code -> new FactFields.Option(code, word(place, object, code, texts)))
                .toList();
    }

    /** The levels of a kind of subject to choose from, highest first. */
    List<FactFields.Option> levels(Place place, String kind, String object, Texts texts) {
        return options(place, object, levels(place, kind), texts);
    }

    /** What a meeting or an appraisal may propose. */
    Choices choices(Place place, Texts texts) {
        return new Choices(
                levels(place, place.memberKinds().getFirst().kind(), "member", texts),
                levels(place, place.kind(), "organization", texts),
                options(place, "member", place.reasons(), texts));
    }

    /** The codes of the levels of a kind of subject, highest first. */
    static List<String> levels(Place place, String kind) {
        return place.regime().ladder(kind).stream()
                .map(ReviewRegime.Level::code)
                .toList();
    }

    String label(String list, String code, LocalDate on, Texts texts) {
        return labels.of(list, code, on, texts);
    }

    /** The codes of a list on a day, in its order. */
    List<String> codes(String list, LocalDate on) {
        return rulebook.codeList(list).on(on).stream().map(code -> code.code()).toList();
    }

    /** The address of one organisation's papers of a year. */
    static String path(Place place) {
        return path(place.year(), place.organization().id());
    }

    static String path(int year, OrganizationId id) {
        return "/reviews/%d/organizations/%s/dossier".formatted(year, id);
    }

    /** The code that facts lead to: a level, or the reason why there is none. */
    static Optional<String> computed(Classification classification) {
        return switch (classification) {
            case Classification.Level(var code, var _, var _) -> Optional.of(code);
            case Classification.NotClassified(var reason, var _, var _) -> Optional.of(reason);
            case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
        };
    }

    static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
