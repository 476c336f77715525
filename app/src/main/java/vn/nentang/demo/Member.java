package vn.nentang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;

/** One made-up person while the story is told: what is so now, and every act so far. */
final class Member {

    /** What keeps a member from ordinary activity. */
    enum State {
        ORDINARY,
        EXEMPT,
        SUSPENDED,
        ELSEWHERE
    }

    final PersonId id;
    final Service service;
    final LocalDate birth;
    final int retiresAt;
    final Map<String, String> facts = new LinkedHashMap<>();
    final List<Draft<MembershipEvent>> acts = new ArrayList<>();
    LocalDate admittedOn = LocalDate.MIN;
    LocalDate lastActOn = LocalDate.MIN;
    State state = State.ORDINARY;
    boolean leader;

    @Nullable
    LocalDate recognisedOn;

    @Nullable
    LocalDate stateUntil;

    @Nullable
    LocalDate leavesOn;

    @Nullable
    String cardNumber;

    @Nullable
    Cell cell;

    Member(PersonId id, Service service, LocalDate birth, int retiresAt) {
        this.id = id;
        this.service = service;
        this.birth = birth;
        this.retiresAt = retiresAt;
    }

    void act(MembershipEvent event, LocalDate on, PaperOrder paper) {
        acts.add(new Draft<>(event, on, paper));
        if (on.isAfter(lastActOn)) {
            lastActOn = on;
        }
    }

    List<Fact> factList() {
        return facts.entrySet().stream()
                .map(f -> new Fact(f.getKey(), f.getValue()))
                .toList();
    }

    boolean isOnRoll() {
        return cell != null;
    }

    boolean isFull() {
        return recognisedOn != null;
    }

    int ageOn(LocalDate date) {
        return birth.until(date).getYears();
    }
}
