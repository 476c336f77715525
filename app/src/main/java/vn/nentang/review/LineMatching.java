package vn.nentang.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewRecording.Matched;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;

/**
 * Lines of a workbook and the people of the rolls at the year's end. A line is a member's when it has the member's card
 * number and name, or the member's name in the member's cell and nothing that contradicts; never when two fit.
 */
final class LineMatching {

    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private final ReviewSheetResult result;
    private final Map<String, List<RosterLine>> byCard;
    private final Map<String, List<RosterLine>> byName;
    private final Map<OrganizationId, String> cellNames = new HashMap<>();

    LineMatching(ReviewSheetResult result, List<RosterLine> people, List<Organization> cells) {
        this.result = result;
        var official = official(people);
        this.byCard = official.stream()
                .filter(p -> p.cardNumber() != null)
                .collect(Collectors.groupingBy(p -> String.valueOf(p.cardNumber())));
        this.byName = official.stream().collect(Collectors.groupingBy(p -> spelled(p.fullName())));
        cells.forEach(o -> cellNames.put(o.id(), o.name()));
    }

    /** Who visits one cell and belongs to another is decided on where they belong. */
    private static List<RosterLine> official(List<RosterLine> people) {
        var atHome = people.stream()
                .filter(p -> p.standing() != Standing.TEMPORARY)
                .map(RosterLine::person)
                .collect(Collectors.toSet());
        return people.stream()
                .filter(p -> p.standing() != Standing.TEMPORARY || !atHome.contains(p.person()))
                .toList();
    }

    List<Matched> matches() {
        var found = new ArrayList<Matched>();
        var times = new HashMap<PersonId, Integer>();
        for (var line : result.members()) {
            var matched = match(line);
            found.add(matched);
            if (matched.member() != null) {
                times.merge(matched.member().person(), 1, Integer::sum);
            }
        }
        return found.stream().map(m -> isShared(m, times) ? twice(m.line()) : m).toList();
    }

    private static boolean isShared(Matched matched, Map<PersonId, Integer> times) {
        return matched.member() != null && times.getOrDefault(matched.member().person(), 0) > 1;
    }

    private Matched twice(MemberLine line) {
        return new Matched(line, null, about("line-named-twice", line, Map.of()));
    }

    private Matched match(MemberLine line) {
        var holder = holder(line);
        if (holder.isPresent()) {
            return holder.get();
        }
        var sameName = byName.getOrDefault(spelled(line.fullName()), List.of());
        var here = sameName.stream().filter(p -> isInCell(line, p)).toList();
        var fitting = here.stream().filter(p -> !contradicts(line, p)).toList();
        return fitting.size() == 1
                ? new Matched(line, fitting.getFirst(), null)
                : new Matched(line, null, reason(line, sameName, here, fitting));
    }

    /** A card number of a member with another name is a slip of the pen or another person: nobody is found by it. */
    private Optional<Matched> holder(MemberLine line) {
        var holders =
                line.cardNumber() == null ? List.<RosterLine>of() : byCard.getOrDefault(line.cardNumber(), List.of());
        if (holders.size() != 1) {
            return Optional.empty();
        }
        var holder = holders.getFirst();
        return Optional.of(
                VietnameseText.folded(holder.fullName()).equals(VietnameseText.folded(line.fullName()))
                        ? new Matched(line, holder, null)
                        : new Matched(
                                line, null, about("line-card-of-another", line, Map.of("other", holder.fullName()))));
    }

    private Refusal reason(
            MemberLine line, List<RosterLine> sameName, List<RosterLine> here, List<RosterLine> fitting) {
        if (fitting.size() > 1) {
            return about("line-matches-several", line, Map.of("number", String.valueOf(fitting.size())));
        }
        if (!here.isEmpty()) {
            return about("line-contradicts-roll", line, Map.of("roll", onRoll(here.getFirst())));
        }
        var elsewhere = sameName.stream()
                .filter(p -> !contradicts(line, p))
                .map(p -> cellNames.get(p.cell()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return elsewhere.isEmpty()
                ? about("line-matches-nobody", line, Map.of())
                : about("line-in-another-cell", line, Map.of("cell", elsewhere));
    }

    private static String onRoll(RosterLine member) {
        var card = member.cardNumber() == null ? "" : member.cardNumber();
        return member.birth() == null
                ? card
                : "%s %s".formatted(member.birth(), card).strip();
    }

    private Refusal about(String code, MemberLine line, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("row", result.key(line));
        facts.put("name", line.fullName());
        return Refusal.of(code, facts);
    }

    private boolean isInCell(MemberLine line, RosterLine member) {
        var name = cellNames.get(member.cell());
        return name != null && VietnameseText.folded(name).equals(VietnameseText.folded(line.cell()));
    }

    private static boolean contradicts(MemberLine line, RosterLine member) {
        var cards = line.cardNumber() != null
                && member.cardNumber() != null
                && !line.cardNumber().equals(member.cardNumber());
        return cards || !mayBeOneDay(line.birth(), member.birth());
    }

    /** Days known in part may be one day as long as no part contradicts. */
    private static boolean mayBeOneDay(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one == null || other == null || (!one.isSurelyAfter(other) && !other.isSurelyAfter(one));
    }

    /** Accents count, their place on the syllable does not: Hoà is Hòa, and is not Hoa. */
    private static String spelled(String name) {
        return WORDS.splitAsStream(VietnameseText.tidy(name).toLowerCase(Locale.ROOT))
                .map(LineMatching::spelledWord)
                .collect(Collectors.joining(" "));
    }

    private static String spelledWord(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var tones = TONES.matcher(apart).results().map(tone -> tone.group()).collect(Collectors.joining());
        return TONES.matcher(apart).replaceAll("") + tones;
    }
}
