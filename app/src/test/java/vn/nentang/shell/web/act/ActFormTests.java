package vn.nentang.shell.web.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.act.MemberForms.Whose;

/** Every event has a form that mends it, and what is not touched in the form stays as it was recorded. */
final class ActFormTests {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final FileQuestions FILE = new FileQuestions(Rulebook.load(), DAY);
    private static final MemberForms MEMBER = new MemberForms(FILE);
    private static final PersonId WHO = new PersonId(new UUID(1, 1));
    private static final OrganizationId CELL = new OrganizationId(new UUID(2, 1));
    private static final OrganizationId OTHER = new OrganizationId(new UUID(2, 2));

    static List<MembershipEvent> acts() {
        return List.of(
                new MembershipEvent.PersonRegistered(WHO, List.of(new Fact(Fact.FULL_NAME, "Lò Thị An"))),
                new MembershipEvent.FactsRecorded(
                        WHO, List.of(new Fact(Fact.BIRTH, "1985-03"), new Fact("native-place", null))),
                new MembershipEvent.Admitted(WHO, CELL, PartialDate.of(DAY)),
                new MembershipEvent.Admitted(WHO, null, PartialDate.parse("2025-03")),
                new MembershipEvent.Recognised(WHO, PartialDate.parse("2025")),
                new MembershipEvent.Enrolled(WHO, CELL, "full"),
                new MembershipEvent.Enrolled(WHO, CELL, null),
                new MembershipEvent.Arrived(WHO, CELL, "other-province", "Tỉnh ủy Sơn La"),
                new MembershipEvent.Arrived(WHO, CELL, "within-province", null),
                new MembershipEvent.Transferred(WHO, OTHER),
                new MembershipEvent.Departed(WHO, "other-province", "Hà Nội"),
                new MembershipEvent.Departed(WHO, "other-province", null),
                new MembershipEvent.Exempted(WHO),
                new MembershipEvent.Resumed(WHO),
                new MembershipEvent.Suspended(WHO, LocalDate.of(2025, 6, 1)),
                new MembershipEvent.Suspended(WHO, null),
                new MembershipEvent.Reinstated(WHO),
                new MembershipEvent.TemporaryActivityStarted(WHO, OTHER, null),
                new MembershipEvent.TemporaryActivityStarted(WHO, null, "Trường Chính trị tỉnh"),
                new MembershipEvent.TemporaryActivityEnded(WHO),
                new MembershipEvent.Left(WHO, "died"),
                new MembershipEvent.Restored(WHO, CELL));
    }

    @Test
    void every_kind_of_membership_event_is_among_the_acts_of_this_test() {
        assertThat(acts().stream().<Class<?>>map(MembershipEvent::getClass).distinct())
                .containsExactlyInAnyOrder(MembershipEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void a_member_form_left_as_it_was_filled_says_the_same(MembershipEvent act) {
        assertThat(again(MEMBER.mending(act).orElseThrow(), act)).isEqualTo(act);
    }

    private static MembershipEvent again(ActForm<Whose, ? extends MembershipEvent> form, MembershipEvent act) {
        var known = MEMBER.known(Map.of(Fact.FULL_NAME, "Lò Thị An", Fact.SEX, "female"));
        var typed = Typed.NOTHING
                .with(Head.DAY, DAY)
                .and(form.answersOf(act).orElseThrow())
                .and(MemberForms.showsFile(form) ? known : Typed.NOTHING);
        return form.building().build(new Whose(WHO, MemberForms.factsOf(act)), answers(typed));
    }

    private static Answers answers(Typed typed) {
        var day = Head.DAY_AS_FAR_AS_KNOWN.read(typed.of(Head.DAY)).orElseThrow();
        return new Answers(new UUID(9, 9), day, typed);
    }

    static List<OrganizationEvent> organizationActs() {
        return List.of(
                new OrganizationEvent.Founded(CELL, "cell", "Chi bộ bản Bắc", "SM.01", OTHER),
                new OrganizationEvent.Founded(CELL, "cell", "Chi bộ bản Bắc", null, null),
                new OrganizationEvent.Renamed(CELL, "Chi bộ bản Bắc Suối Mơ"),
                new OrganizationEvent.Recoded(CELL, "SM.02"),
                new OrganizationEvent.Recoded(CELL, null),
                new OrganizationEvent.Retyped(CELL, "grassroots-body"),
                new OrganizationEvent.Moved(CELL, OTHER),
                new OrganizationEvent.Ended(CELL, "Sáp nhập", List.of(OTHER)),
                new OrganizationEvent.Ended(CELL, "Giải thể", List.of()));
    }

    @Test
    void every_kind_of_organisation_event_is_among_the_acts_of_this_test() {
        assertThat(organizationActs().stream()
                        .<Class<?>>map(OrganizationEvent::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(OrganizationEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("organizationActs")
    void an_organisation_form_left_as_it_was_filled_says_the_same(OrganizationEvent act) {
        var form = OrganizationForms.mending(act).orElseThrow();
        var typed = Typed.NOTHING.with(Head.DAY, DAY).and(form.answersOf(act).orElseThrow());
        assertThat(form.building().build(CELL, answers(typed))).isEqualTo(act);
    }

    @Test
    void an_end_with_more_successors_than_boxes_is_not_mended_so_that_none_is_lost() {
        var four = Arrays.asList(CELL, OTHER, new OrganizationId(new UUID(2, 3)), new OrganizationId(new UUID(2, 4)));
        assertThat(OrganizationForms.mending(new OrganizationEvent.Ended(CELL, "Chia tách", four)))
                .isEmpty();
    }

    @Test
    void only_the_boxes_that_were_changed_are_recorded() {
        var shown = MEMBER.known(Map.of(Fact.FULL_NAME, "Lò Thị An", Fact.BIRTH, "1985-03", "religion", "none"));
        var typed = shown.and(Typed.sent(Map.of(
                "day",
                "01/03/2025",
                "field.birth-date",
                "05/03/1985",
                "field.religion",
                "",
                "field.full-name",
                "Lò Thị An ")));
        assertThat(FILE.changed(answers(typed)))
                .containsExactlyInAnyOrder(new Fact(Fact.BIRTH, "1985-03-05"), new Fact("religion", null));
    }
}
