package vn.nentang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nentang.demo.chance.Dice;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;

/** Slips of the pen: a few acts are first recorded with a wrong day and mended afterwards, as happens in every office. */
final class Slips {

    private static final int MEMBERS_PER_SLIP = 250;
    private static final int SLIPS_LEAST = 3;
    private static final int DAYS_OFF = 20;

    private final Dice dice;
    private final List<Mending> mendings = new ArrayList<>();

    Slips(Dice dice) {
        this.dice = dice;
    }

    /** Replaces some acts by wrong ones and remembers how they are mended. */
    List<Mending> make(List<Member> members) {
        var wanted = Math.max(SLIPS_LEAST, members.size() / MEMBERS_PER_SLIP);
        for (var member : dice.shuffled(members)) {
            if (mendings.size() < wanted) {
                slip(member);
            }
        }
        return mendings;
    }

    private void slip(Member member) {
        var last = member.acts.getLast();
        if (member.acts.size() < 3) {
            return;
        }
        if (last.event() instanceof MembershipEvent.Recognised && last.on().isAfter(Story.OPENING)) {
            replace(member, member.acts.size() - 1, late(last));
        } else if (last.event() instanceof MembershipEvent.Transferred
                && last.on().getMonthValue() < 11) {
            replace(member, member.acts.size() - 1, late(last));
        } else if (mendings.size() % 3 == 0 && isFileUntouched(member)) {
            swapped(member.acts.getFirst()).ifPresent(wrong -> replace(member, 0, wrong));
        }
    }

    private static boolean isFileUntouched(Member member) {
        return member.acts.stream().noneMatch(a -> a.event() instanceof MembershipEvent.FactsRecorded);
    }

    private void replace(Member member, int at, Draft<MembershipEvent> wrong) {
        mendings.add(new Mending(wrong, member.acts.set(at, wrong)));
    }

    private static Draft<MembershipEvent> late(Draft<MembershipEvent> right) {
        var on = right.on().plusDays(DAYS_OFF);
        return new Draft<>(
                right.event() instanceof MembershipEvent.Recognised recognised
                        ? new MembershipEvent.Recognised(recognised.person(), PartialDate.of(on))
                        : right.event(),
                on,
                right.paper());
    }

    /** The day and the month of birth exchanged, where both readings are dates. */
    private Optional<Draft<MembershipEvent>> swapped(Draft<MembershipEvent> right) {
        if (!(right.event() instanceof MembershipEvent.PersonRegistered registered)) {
            return Optional.empty();
        }
        var facts = registered.facts().stream().map(Slips::swapped).toList();
        return facts.equals(registered.facts())
                ? Optional.empty()
                : Optional.of(new Draft<>(
                        new MembershipEvent.PersonRegistered(registered.person(), facts), right.on(), right.paper()));
    }

    private static Fact swapped(Fact fact) {
        if (!fact.field().equals(Fact.BIRTH) || fact.value() == null) {
            return fact;
        }
        var birth = PartialDate.parse(fact.value()).firstDay();
        return birth.getDayOfMonth() > 12
                ? fact
                : new Fact(
                        fact.field(),
                        birth.withDayOfMonth(1)
                                .withMonth(birth.getDayOfMonth())
                                .withDayOfMonth(birth.getMonthValue())
                                .toString());
    }
}
