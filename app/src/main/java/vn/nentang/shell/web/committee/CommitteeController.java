package vn.nentang.shell.web.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.committee.Body;
import vn.nentang.committee.Committee;
import vn.nentang.committee.Committees;
import vn.nentang.committee.Finding;
import vn.nentang.committee.Strengthening;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.history.History;

/** A committee on a day, and the committees that need strengthening. */
@WebFace
final class CommitteeController {

    private static final List<Integer> DAYS_AHEAD = List.of(0, 30, 90, 180);

    private final Committees committees;
    private final Strengthening strengthening;
    private final People people;
    private final CommitteeWords words;
    private final CommitteeTellings tellings;
    private final Labels labels;

    CommitteeController(
            Committees committees,
            Strengthening strengthening,
            People people,
            CommitteeWords words,
            CommitteeTellings tellings,
            Labels labels) {
        this.committees = committees;
        this.strengthening = strengthening;
        this.people = people;
        this.words = words;
        this.tellings = tellings;
        this.labels = labels;
    }

    @GetMapping("/organizations/{id}/committee")
    Reply one(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String recorded,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var on = asOf.date();
        var organization = OutOfReach.require(viewer.scope().find(id, on));
        return Reply.show(new Making(organization, viewer, asOf, texts).page(recorded));
    }

    /** The page of one committee in the making. */
    private final class Making {

        private final Organization organization;
        private final Viewer viewer;
        private final AsOf asOf;
        private final LocalDate on;
        private final Texts texts;
        private final Committee committee;
        private final Map<PersonId, String> names;
        private final List<Committees.Told> history;

        Making(Organization organization, Viewer viewer, AsOf asOf, Texts texts) {
            this.organization = organization;
            this.viewer = viewer;
            this.asOf = asOf;
            this.on = asOf.date();
            this.texts = texts;
            this.committee = committees.of(organization.id(), on, null);
            this.names = people.names(
                    Stream.concat(
                                    committee.holders().stream().map(Committee.Holder::person),
                                    committee.charges().stream().map(Committee.Charge::person))
                            .distinct()
                            .toList(),
                    on);
            this.history = committees.history(organization.id());
        }

        CommitteePage page(String recorded) {
            var id = organization.id();
            var records = viewer.may(Right.COMMITTEE_RECORD, id, asOf.today());
            var term = committee.term();
            return new CommitteePage(
                    organization,
                    labels.of("organization-type", organization.type(), on, texts),
                    viewer.scope().path(id, on),
                    committee,
                    term == null ? "" : words.word("term-way", term.way(), on, texts),
                    seats(),
                    holders(),
                    charges(),
                    found(),
                    votes(),
                    new History(tellings.of(id, asOf.today(), texts, records), asOf.today()).of(lines()),
                    contradictions(),
                    records,
                    viewer.may(Right.MEMBER_READ, id, asOf.today()),
                    entry(recorded));
        }

        /** What was decided by the day; planned acts too on today's page. */
        private List<History.Line> lines() {
            return history.stream()
                    .filter(told ->
                            asOf.isToday() || !told.entry().effectiveOn().isAfter(on))
                    .map(told -> new History.Line(told.entry(), told.stands()))
                    .toList();
        }

        private List<CommitteePage.Seats> seats() {
            return Arrays.stream(Body.values())
                    .filter(body -> body != Body.STANDING || !words.isCell(organization.type(), on))
                    .map(body -> new CommitteePage.Seats(
                            "committee.body." + body.word(),
                            words.filled(committee, body),
                            committee.seats(body).orElse(null)))
                    .filter(seats -> seats.filled() > 0 || seats.fixed() != null)
                    .toList();
        }

        private List<CommitteePage.Holder> holders() {
            var byPerson = new LinkedHashMap<PersonId, List<CommitteePage.Post>>();
            for (var holder : committee.holders()) {
                var posts = byPerson.getOrDefault(holder.person(), List.of());
                byPerson.put(
                        holder.person(),
                        Stream.concat(posts.stream(), Stream.of(post(holder))).toList());
            }
            return byPerson.entrySet().stream()
                    .map(e -> new CommitteePage.Holder(e.getKey(), name(e.getKey()), e.getValue()))
                    .toList();
        }

        private CommitteePage.Post post(Committee.Holder holder) {
            var election = holder.election();
            return new CommitteePage.Post(
                    holder.post(),
                    words.post(holder.post(), organization.id(), on, texts),
                    words.word("post-way", holder.way(), on, texts),
                    holder.since(),
                    election == null ? null : election.toString());
        }

        private List<CommitteePage.Charge> charges() {
            return committee.charges().stream()
                    .map(c -> new CommitteePage.Charge(c.person(), name(c.person()), c.charge(), c.since()))
                    .toList();
        }

        private String name(PersonId person) {
            return names.getOrDefault(person, "");
        }

        private List<CommitteePage.Found> found() {
            return strengthening.findings(List.of(organization), on, DAYS_AHEAD.getLast()).stream()
                    .flatMap(line -> line.findings().stream())
                    .map(f -> CommitteeController.this.found(f, texts))
                    .toList();
        }

        private List<CommitteePage.Vote> votes() {
            return committees.elections(organization.id()).stream()
                    .filter(e -> !e.on().isAfter(on))
                    .map(e -> new CommitteePage.Vote(
                            e.id(),
                            e.recorded().ref(),
                            e.on(),
                            words.body(e.held().body(), organization.id(), e.on(), texts),
                            e.elected().size(),
                            e.held().seats()))
                    .toList();
        }

        private List<CommitteePage.Contradiction> contradictions() {
            return committees.contradictions().stream()
                    .filter(c -> c.organization().equals(organization.id()))
                    .map(c ->
                            new CommitteePage.Contradiction(c.entry(), texts.of("anomaly." + c.code(), day(c.entry()))))
                    .toList();
        }

        private @Nullable LocalDate day(EntryRef entry) {
            return history.stream()
                    .map(Committees.Told::entry)
                    .filter(e -> e.ref().equals(entry))
                    .map(Entry::effectiveOn)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable EntryRef entry(String named) {
            return history.stream()
                    .map(told -> told.entry().ref())
                    .filter(ref -> ref.toString().equals(named))
                    .findFirst()
                    .orElse(null);
        }
    }

    private CommitteePage.Found found(Finding finding, Texts texts) {
        return new CommitteePage.Found(
                words.finding(finding, texts),
                finding.citation(),
                finding.kind().needsStrengthening());
    }

    @GetMapping("/committees/shortfalls")
    Reply shortfalls(@RequestParam(defaultValue = "0") int within, Viewer viewer, AsOf asOf, Texts texts) {
        var on = asOf.date();
        var days = DAYS_AHEAD.contains(within) ? within : 0;
        var all = viewer.scope().organizations(on);
        var lines = strengthening.shortfalls(all, on, days).stream()
                .map(line -> new ShortfallsPage.Line(
                        line.organization(),
                        line.organization().parent() == null
                                ? ""
                                : viewer.scope().nameOf(line.organization().parent(), on),
                        line.findings().stream().map(f -> found(f, texts)).toList()))
                .toList();
        return Reply.show(new ShortfallsPage(lines, days, DAYS_AHEAD, all.size()));
    }
}
