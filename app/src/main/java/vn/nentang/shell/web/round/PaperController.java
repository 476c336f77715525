package vn.nentang.shell.web.round;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.PaperFiles;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.printed.PaperKind;
import vn.nentang.review.printed.RoundPapers;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Download;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.WebFace;

/** The papers of a round as Word files and as PDF. Those that name members need the right to read members. */
@WebFace
final class PaperController {

    private final Places places;
    private final RoundPapers papers;
    private final People people;
    private final ReviewYears years;

    PaperController(Places places, RoundPapers papers, People people, ReviewYears years) {
        this.places = places;
        this.papers = papers;
        this.people = people;
        this.years = years;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @PathVariable String paper,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable PersonId person,
            Viewer viewer,
            AsOf asOf)
            throws IOException {
        var kind = OutOfReach.require(PaperKind.find(paper));
        var day = OutOfReach.require(years.findDay(year));
        OutOfReach.unless(viewer.scope().covers(id, day));
        if (kind.namesMembers() || person != null) {
            OutOfReach.unless(viewer.may(Right.MEMBER_READ, id, asOf.today()));
        }
        var place = OutOfReach.require(places.find(id, year));
        return file(kind, place, OutOfReach.require(papers.find(kind, place, person)), format);
    }

    /** The reader's own self-review, to be printed and signed; empty parts are left to be written by hand. */
    @GetMapping("/reviews/{year}/mine/paper")
    ResponseEntity<byte[]> mine(@PathVariable int year, @RequestParam String format, Viewer viewer) throws IOException {
        var person = OutOfReach.require(Optional.ofNullable(viewer.person()));
        var day = OutOfReach.require(years.findDay(year));
        var place = OutOfReach.require(people.cellsOf(person, day).stream()
                .flatMap(cell -> places.find(cell, year).stream())
                .filter(one -> one.roll().containsKey(person))
                .findFirst());
        var kind = PaperKind.SELF_REVIEW;
        return file(kind, place, OutOfReach.require(papers.find(kind, place, person)), format);
    }

    private static ResponseEntity<byte[]> file(PaperKind kind, Place place, OfficialPaper paper, String format)
            throws IOException {
        var name = "%s %d %s"
                .formatted(kind.title(), place.year(), place.organization().name());
        return switch (format) {
            case "docx" -> Download.of(Download.Kind.DOCX, name, PaperFiles.docx(paper));
            case "pdf" -> Download.of(Download.Kind.PDF, name, PaperFiles.pdf(paper));
            default -> throw new OutOfReach();
        };
    }
}
