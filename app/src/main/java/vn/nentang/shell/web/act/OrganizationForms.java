package vn.nentang.shell.web.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.organization.OrganizationEvent.Ended;
import vn.nentang.organization.OrganizationEvent.Founded;
import vn.nentang.organization.OrganizationEvent.Moved;
import vn.nentang.organization.OrganizationEvent.Recoded;
import vn.nentang.organization.OrganizationEvent.Renamed;
import vn.nentang.organization.OrganizationEvent.Retyped;
import vn.nentang.shell.Recording;

/** The forms of all that can happen to an organisation. */
final class OrganizationForms {

    private static final Question<String> NAME = Question.line("name", 300);
    private static final Question<String> CODE = Question.line("code", 40).orNothing();
    private static final Question<String> TYPE = Question.code("type", "organization-type");
    private static final Question<OrganizationId> PARENT = Question.organization("parent");
    private static final Question<OrganizationId> PARENT_IF_ANY = PARENT.orNothing();
    private static final Question<String> REASON = Question.line("end-reason", 500);
    private static final List<Question<OrganizationId>> SUCCESSORS = List.of(
            Question.organization("successor").orNothing(),
            Question.organization("successor-2").orNothing(),
            Question.organization("successor-3").orNothing());

    /** Founds another one, directly below the one the form is about. */
    static final ActForm<OrganizationId, Founded> FOUND_BELOW = ActForm.newOnly(
            "found",
            Founded.class,
            List.of(NAME, TYPE, CODE),
            (parent, answers) -> founded(new OrganizationId(Recording.idFrom(answers.command())), parent, answers));

    private static final ActForm<OrganizationId, Founded> FOUNDING = new ActForm<>(
            "founding",
            Founded.class,
            false,
            List.of(NAME, TYPE, CODE, PARENT_IF_ANY),
            (id, answers) -> founded(id, answers.find(PARENT_IF_ANY).orElse(null), answers),
            founded -> Optional.of(Typed.NOTHING
                    .with(NAME, founded.name())
                    .with(TYPE, founded.type())
                    .with(CODE, founded.code())
                    .with(PARENT_IF_ANY, founded.parent())));

    private static final ActForm<OrganizationId, Renamed> RENAME = new ActForm<>(
            "rename",
            Renamed.class,
            false,
            List.of(NAME),
            (id, answers) -> new Renamed(id, VietnameseText.tidy(answers.of(NAME))),
            renamed -> Optional.of(Typed.NOTHING.with(NAME, renamed.name())));

    private static final ActForm<OrganizationId, Recoded> RECODE = new ActForm<>(
            "recode",
            Recoded.class,
            false,
            List.of(CODE),
            (id, answers) -> new Recoded(id, answers.find(CODE).orElse(null)),
            recoded -> Optional.of(Typed.NOTHING.with(CODE, recoded.code())));

    private static final ActForm<OrganizationId, Retyped> RETYPE = new ActForm<>(
            "retype",
            Retyped.class,
            false,
            List.of(TYPE),
            (id, answers) -> new Retyped(id, answers.of(TYPE)),
            retyped -> Optional.of(Typed.NOTHING.with(TYPE, retyped.type())));

    private static final ActForm<OrganizationId, Moved> MOVE = new ActForm<>(
            "move",
            Moved.class,
            false,
            List.of(PARENT),
            (id, answers) -> new Moved(id, answers.of(PARENT)),
            moved -> Optional.of(Typed.NOTHING.with(PARENT, moved.parent())));

    private static final ActForm<OrganizationId, Ended> END = new ActForm<>(
            "end",
            Ended.class,
            false,
            Stream.concat(Stream.<Question<?>>of(REASON), SUCCESSORS.stream()).toList(),
            (id, answers) -> new Ended(id, answers.of(REASON), successors(answers)),
            OrganizationForms::ended);

    static final List<ActForm<OrganizationId, ? extends OrganizationEvent>> OFFERED =
            List.of(FOUND_BELOW, RENAME, RECODE, RETYPE, MOVE, END);

    private static final List<ActForm<OrganizationId, ? extends OrganizationEvent>> ALL =
            List.of(FOUND_BELOW, FOUNDING, RENAME, RECODE, RETYPE, MOVE, END);

    private OrganizationForms() {}

    private static Founded founded(OrganizationId id, @Nullable OrganizationId parent, Answers answers) {
        return new Founded(
                id,
                answers.of(TYPE),
                VietnameseText.tidy(answers.of(NAME)),
                answers.find(CODE).orElse(null),
                parent);
    }

    private static List<OrganizationId> successors(Answers answers) {
        return SUCCESSORS.stream()
                .flatMap(q -> answers.find(q).stream())
                .distinct()
                .toList();
    }

    /** An end with more successors than the form has boxes can only be taken back. */
    private static Optional<Typed> ended(Ended ended) {
        if (ended.successors().size() > SUCCESSORS.size()) {
            return Optional.empty();
        }
        var typed = Typed.NOTHING.with(REASON, ended.reason());
        for (int i = 0; i < ended.successors().size(); i++) {
            typed = typed.with(SUCCESSORS.get(i), ended.successors().get(i));
        }
        return Optional.of(typed);
    }

    static Optional<ActForm<OrganizationId, ? extends OrganizationEvent>> named(String code) {
        return ALL.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** The form that mends an event. */
    static Optional<ActForm<OrganizationId, ? extends OrganizationEvent>> mending(LedgerEvent event) {
        return ALL.stream().filter(form -> form.answersOf(event).isPresent()).findFirst();
    }
}
