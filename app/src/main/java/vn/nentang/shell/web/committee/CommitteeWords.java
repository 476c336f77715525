package vn.nentang.shell.web.committee;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.nentang.committee.Body;
import vn.nentang.committee.Committee;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Election;
import vn.nentang.committee.ElectionCount;
import vn.nentang.committee.Finding;
import vn.nentang.committee.Posts;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.TypedDate;

/** Puts into words what was decided about committees, and what was found about them. */
@Component
public final class CommitteeWords {

    private final Organizations organizations;
    private final Posts posts;
    private final Labels labels;

    CommitteeWords(Organizations organizations, Rulebook rulebook, Labels labels) {
        this.organizations = organizations;
        this.posts = new Posts(rulebook);
        this.labels = labels;
    }

    /** A post as an organisation of its type calls it. */
    public String post(String post, OrganizationId organization, LocalDate on, Texts texts) {
        return Labels.in(posts.name(post, type(organization, on), on), texts);
    }

    /** What is elected, as an organisation of its type calls it. */
    public String body(String body, OrganizationId organization, LocalDate on, Texts texts) {
        return Labels.in(posts.elected(body, type(organization, on), on), texts);
    }

    private String type(OrganizationId organization, LocalDate on) {
        return organizations.find(organization, on).map(Organization::type).orElse("");
    }

    /** A cell has no standing committee. */
    boolean isCell(String type, LocalDate on) {
        return posts.isOfCell(type, on);
    }

    /** How many persons hold a seat of a body. */
    long filled(Committee committee, Body body) {
        return posts.filled(committee, body);
    }

    /** What was found, in a sentence; its article stands beside. */
    String finding(Finding finding, Texts texts) {
        return texts.named("committee.finding." + finding.code(), written(finding.facts()));
    }

    /** What a reader must know about an election. */
    String notice(ElectionCount.Notice notice, Texts texts) {
        return texts.named("election.notice." + notice.caution().code(), written(notice.facts()));
    }

    private static Map<String, String> written(Map<String, String> facts) {
        var written = new HashMap<String, String>();
        facts.forEach((name, value) -> written.put(
                name,
                value.matches("\\d{4}-\\d{2}-\\d{2}")
                        ? TypedDate.readPartial(value).map(TypedDate::write).orElse(value)
                        : value));
        return written;
    }

    /** One sentence in the history of the organisation, where persons are named. */
    String inCommittee(CommitteeEvent event, LocalDate on, Function<PersonId, String> names, Texts texts) {
        return sentence(event, on, "-who", names, "", texts);
    }

    /** One sentence on a person's page, where the organisation is named. */
    public String ofPerson(CommitteeEvent event, PersonId person, LocalDate on, String organization, Texts texts) {
        return event instanceof CommitteeEvent.ElectionCounted counted
                ? candidacy(counted, person, on, organization, texts)
                : sentence(event, on, "-where", _ -> "", organization, texts);
    }

    private String sentence(
            CommitteeEvent event,
            LocalDate on,
            String manner,
            Function<PersonId, String> names,
            String where,
            Texts texts) {
        return switch (event) {
            case CommitteeEvent.TermOpened(var _, var name, var ends, var _, var way) ->
                texts.named(
                        "act.committee.term-opened",
                        Map.of("what", name, "until", texts.date(ends), "way", word("term-way", way, on, texts)));
            case CommitteeEvent.TermExtended(var _, var ends) ->
                texts.named("act.committee.term-extended", Map.of("until", texts.date(ends)));
            case CommitteeEvent.PostTaken(var of, var person, var post, var way, var _) ->
                texts.named(
                        "act.committee.post-taken" + manner,
                        Map.of(
                                "who", names.apply(person),
                                "where", where,
                                "what", post(post, of, on, texts),
                                "way", word("post-way", way, on, texts)));
            case CommitteeEvent.PostLeft(var of, var person, var post, var reason) ->
                texts.named(
                        "act.committee.post-left" + manner,
                        Map.of(
                                "who", names.apply(person),
                                "where", where,
                                "what", post(post, of, on, texts),
                                "why", word("post-end", reason, on, texts)));
            case CommitteeEvent.WorkingRulesAdopted(var _, var title) ->
                texts.named("act.committee.rules-adopted", Map.of("what", title));
            case CommitteeEvent.ChargeGiven(var _, var person, var charge) ->
                texts.named(
                        "act.committee.charge-given" + manner,
                        Map.of("who", names.apply(person), "where", where, "what", charge));
            case CommitteeEvent.ChargeEnded(var _, var person, var charge) ->
                texts.named(
                        "act.committee.charge-ended" + manner,
                        Map.of("who", names.apply(person), "where", where, "what", charge));
            case CommitteeEvent.ElectionCounted counted ->
                texts.named(
                        "act.committee.election",
                        Map.of(
                                "what", body(counted.held().body(), counted.organization(), on, texts),
                                "elected", String.valueOf(counted.elected().size()),
                                "seats", String.valueOf(counted.held().seats())));
        };
    }

    private String candidacy(
            CommitteeEvent.ElectionCounted counted, PersonId person, LocalDate on, String where, Texts texts) {
        var votes = counted.held().candidates().stream()
                .filter(c -> c.person().equals(person))
                .mapToInt(Election.Candidate::agree)
                .sum();
        var key = counted.elected().contains(person) ? "act.committee.candidate-elected" : "act.committee.candidate";
        return texts.named(
                key,
                Map.of(
                        "what", body(counted.held().body(), counted.organization(), on, texts),
                        "where", where,
                        "votes", String.valueOf(votes)));
    }

    String word(String list, String code, LocalDate on, Texts texts) {
        return labels.of(list, code, on, texts);
    }

    /** What became of a candidate, in a sentence. */
    String fate(ElectionCount.Outcome outcome, ElectionCount count, Texts texts) {
        return texts.named(
                "election.fate." + outcome.fate().code(),
                Map.of(
                        "votes", String.valueOf(outcome.candidate().agree()),
                        "needed", String.valueOf(count.needed()),
                        "total", String.valueOf(count.total())));
    }
}
