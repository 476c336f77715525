package vn.nentang.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.NewEntry;
import vn.nentang.membership.intake.MemberRecord;

/**
 * What a row of a list becomes in the ledger. A list reports what was decided long ago, so that nothing in it is refused by
 * the rules of admission or recognition; what it contradicts was reported when it was checked.
 */
final class ListedMember {

    private final PersonId person;
    private final MemberRecord row;
    private final OrganizationId cell;
    private final LocalDate asOf;
    private final Paper paper;
    private final List<NewEntry> entries = new ArrayList<>();

    private ListedMember(PersonId person, MemberRecord row, OrganizationId cell, LocalDate asOf, Paper paper) {
        this.person = person;
        this.row = row;
        this.cell = cell;
        this.asOf = asOf;
        this.paper = paper;
    }

    static List<NewEntry> entries(PersonId person, MemberRecord row, OrganizationId cell, LocalDate asOf, Paper paper) {
        var member = new ListedMember(person, row, cell, asOf, paper);
        member.add(new MembershipEvent.PersonRegistered(person, facts(row)), asOf);
        member.addAdmission();
        member.addStanding();
        return member.entries;
    }

    /** The fields of the file that a roster tells. */
    static List<Fact> facts(MemberRecord row) {
        var facts = new ArrayList<Fact>();
        BiConsumer<String, @Nullable Object> add =
                (field, value) -> Optional.ofNullable(value).ifPresent(v -> facts.add(new Fact(field, v.toString())));
        add.accept(Fact.FULL_NAME, row.fullName());
        add.accept(Fact.SEX, row.sex() == null ? null : row.sex() == MemberRecord.Sex.M ? "male" : "female");
        add.accept(Fact.BIRTH, row.birth());
        add.accept(Fact.ETHNICITY, row.ethnicity());
        add.accept(Fact.CITIZEN_ID, row.citizenId());
        add.accept(Fact.CARD_NUMBER, row.cardNumber());
        new TreeMap<>(row.form()).forEach(add);
        return facts;
    }

    private void addAdmission() {
        var admitted = row.admittedOn();
        var recognised = row.recognisedOn();
        if (admitted == null) {
            return;
        }
        add(new MembershipEvent.Admitted(person, null, admitted), admitted.firstDay());
        if (recognised != null) {
            var from =
                    recognised.firstDay().isBefore(admitted.firstDay()) ? admitted.firstDay() : recognised.firstDay();
            add(new MembershipEvent.Recognised(person, recognised), from);
        }
    }

    private void addStanding() {
        var since = row.statusDate() == null ? asOf : row.statusDate().firstDay();
        switch (row.standing()) {
            case null -> enrol(row.recognisedOn() == null ? null : "full");
            case FULL, PROBATIONARY ->
                enrol(Objects.requireNonNull(row.standing()).name().toLowerCase(Locale.ROOT));
            case EXEMPT -> {
                enrol("full");
                add(new MembershipEvent.Exempted(person), since.isAfter(asOf) ? asOf : since);
            }
            case TEMPORARY -> add(new MembershipEvent.TemporaryActivityStarted(person, cell, null), asOf);
            case LEFT -> add(new MembershipEvent.Left(person, "not-told"), since);
        }
    }

    private void enrol(@Nullable String standing) {
        add(new MembershipEvent.Enrolled(person, cell, standing), asOf);
    }

    private void add(MembershipEvent event, LocalDate on) {
        entries.add(NewEntry.of(event, on, paper));
    }
}
