package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.CommitteeEvent.ChargeEnded;
import vn.nentang.committee.CommitteeEvent.ChargeGiven;
import vn.nentang.committee.CommitteeEvent.PostLeft;
import vn.nentang.committee.CommitteeEvent.PostTaken;
import vn.nentang.committee.CommitteeEvent.Seats;
import vn.nentang.committee.CommitteeEvent.TermExtended;
import vn.nentang.committee.CommitteeEvent.TermOpened;
import vn.nentang.committee.CommitteeEvent.WorkingRulesAdopted;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.LedgerEvent;

/** The forms of all that can happen to a committee. Whom they offer depends on the organisation. */
final class CommitteeForms {

    private static final int SEATS_MAX = 300;

    private static final Question<String> TERM = Question.line("term", 100);
    private static final Question<LocalDate> TERM_ENDS = Question.day("term-ends");
    private static final Question<String> TERM_WAY = Question.code("term-way", "term-way");
    private static final Question<Integer> SEATS =
            Question.number("seats", SEATS_MAX).orNothing();
    private static final Question<Integer> STANDING =
            Question.number("seats-standing", SEATS_MAX).orNothing();
    private static final Question<Integer> DEPUTIES =
            Question.number("seats-deputies", SEATS_MAX).orNothing();
    private static final Question<Integer> INSPECTION =
            Question.number("seats-inspection", SEATS_MAX).orNothing();
    private static final Question<String> POST = Question.code("post", "post");
    private static final Question<String> POST_WAY = Question.code("post-way", "post-way");
    private static final Question<String> POST_END = Question.code("post-end", "post-end");
    private static final Question<String> TITLE = Question.line("rules-title", 300);
    private static final Question<String> CHARGE = Question.text("charge", 500);

    private final List<ActForm<OrganizationId, ? extends CommitteeEvent>> all;

    /**
     * Whom a form offers.
     *
     * @param members who may take a post; empty where there are too many to choose from
     * @param holders who hold one
     * @param reader finds the person a text means
     */
    record Offered(
            List<FormPage.Choice> members,
            List<FormPage.Choice> holders,
            Function<String, Optional<PersonId>> reader) {}

    CommitteeForms(Offered offered) {
        var member = Question.person("person", offered.members(), offered.reader());
        var holder = Question.person("person", offered.holders(), offered.reader());
        all = List.of(
                taking(member),
                leaving(holder),
                opening(),
                extending(),
                rules(),
                charging(holder),
                discharging(holder));
    }

    List<ActForm<OrganizationId, ? extends CommitteeEvent>> offered() {
        return all;
    }

    Optional<ActForm<OrganizationId, ? extends CommitteeEvent>> named(String code) {
        return all.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** The form that mends an event. */
    Optional<ActForm<OrganizationId, ? extends CommitteeEvent>> mending(LedgerEvent event) {
        return all.stream().filter(form -> form.answersOf(event).isPresent()).findFirst();
    }

    private static ActForm<OrganizationId, PostTaken> taking(Question<PersonId> person) {
        return new ActForm<>(
                "take-post",
                PostTaken.class,
                false,
                List.of(person, POST, POST_WAY),
                (id, answers) -> new PostTaken(id, answers.of(person), answers.of(POST), answers.of(POST_WAY), null),
                taken -> taken.election() != null
                        ? Optional.empty() // Mended where the election is.
                        : Optional.of(Typed.NOTHING
                                .with(person, taken.person())
                                .with(POST, taken.post())
                                .with(POST_WAY, taken.way())));
    }

    private static ActForm<OrganizationId, PostLeft> leaving(Question<PersonId> person) {
        return new ActForm<>(
                "leave-post",
                PostLeft.class,
                false,
                List.of(person, POST, POST_END),
                (id, answers) -> new PostLeft(id, answers.of(person), answers.of(POST), answers.of(POST_END)),
                left -> Optional.of(Typed.NOTHING
                        .with(person, left.person())
                        .with(POST, left.post())
                        .with(POST_END, left.reason())));
    }

    private static ActForm<OrganizationId, TermOpened> opening() {
        return new ActForm<>(
                "open-term",
                TermOpened.class,
                false,
                List.of(TERM, TERM_ENDS, TERM_WAY, SEATS, STANDING, DEPUTIES, INSPECTION),
                (id, answers) -> new TermOpened(
                        id,
                        VietnameseText.tidy(answers.of(TERM)),
                        answers.of(TERM_ENDS),
                        seats(answers),
                        answers.of(TERM_WAY)),
                term -> Optional.of(Typed.NOTHING
                        .with(TERM, term.name())
                        .with(TERM_ENDS, term.endsOn())
                        .with(TERM_WAY, term.way())
                        .with(SEATS, term.seats().committee())
                        .with(STANDING, term.seats().standing())
                        .with(DEPUTIES, term.seats().deputies())
                        .with(INSPECTION, term.seats().inspection())));
    }

    private static Seats seats(Answers answers) {
        return new Seats(
                answers.find(SEATS).orElse(null),
                answers.find(STANDING).orElse(null),
                answers.find(DEPUTIES).orElse(null),
                answers.find(INSPECTION).orElse(null));
    }

    private static ActForm<OrganizationId, TermExtended> extending() {
        return new ActForm<>(
                "extend-term",
                TermExtended.class,
                false,
                List.of(TERM_ENDS),
                (id, answers) -> new TermExtended(id, answers.of(TERM_ENDS)),
                extended -> Optional.of(Typed.NOTHING.with(TERM_ENDS, extended.endsOn())));
    }

    private static ActForm<OrganizationId, WorkingRulesAdopted> rules() {
        return new ActForm<>(
                "rules",
                WorkingRulesAdopted.class,
                false,
                List.of(TITLE),
                (id, answers) -> new WorkingRulesAdopted(id, VietnameseText.tidy(answers.of(TITLE))),
                rules -> Optional.of(Typed.NOTHING.with(TITLE, rules.title())));
    }

    private static ActForm<OrganizationId, ChargeGiven> charging(Question<PersonId> person) {
        return new ActForm<>(
                "charge",
                ChargeGiven.class,
                false,
                List.of(person, CHARGE),
                (id, answers) -> new ChargeGiven(id, answers.of(person), VietnameseText.tidy(answers.of(CHARGE))),
                given -> Optional.of(Typed.NOTHING.with(person, given.person()).with(CHARGE, given.charge())));
    }

    private static ActForm<OrganizationId, ChargeEnded> discharging(Question<PersonId> person) {
        return new ActForm<>(
                "end-charge",
                ChargeEnded.class,
                false,
                List.of(person, CHARGE),
                (id, answers) -> new ChargeEnded(id, answers.of(person), VietnameseText.tidy(answers.of(CHARGE))),
                ended -> Optional.of(Typed.NOTHING.with(person, ended.person()).with(CHARGE, ended.charge())));
    }
}
