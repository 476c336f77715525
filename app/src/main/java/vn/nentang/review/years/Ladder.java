package vn.nentang.review.years;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * What the levels of a regime stand for, whatever they are called: the top one, those that count as “completing well or
 * better” (once “clean and strong”), the lowest. The good ones go down to the level the cap is measured against.
 *
 * @param descending codes, highest first
 */
public record Ladder(List<String> descending, Set<String> top, Set<String> good) {

    public static final String MEMBER = "member";
    public static final String ORGANIZATION = "organization";

    public Ladder {
        descending = List.copyOf(descending);
        top = Set.copyOf(top);
        good = Set.copyOf(good);
    }

    /** The ladder of members, or of organisations. */
    public static Ladder of(ReviewRegime regime, String object) {
        var descending = new LinkedHashSet<String>();
        var top = new LinkedHashSet<String>();
        var good = new LinkedHashSet<String>();
        for (var kind : kinds(regime, object)) {
            var codes = codes(regime, kind);
            descending.addAll(codes);
            regime.caps().stream()
                    .filter(cap -> cap.kinds().contains(kind))
                    .findFirst()
                    .ifPresent(cap -> {
                        top.add(cap.top());
                        good.addAll(codes.subList(0, codes.indexOf(cap.base()) + 1));
                    });
        }
        return new Ladder(List.copyOf(descending), top, good);
    }

    private static List<String> kinds(ReviewRegime regime, String object) {
        return regime.subjects().stream()
                .filter(subject -> subject.object().equals(object))
                .map(ReviewRegime.SubjectKind::kind)
                .toList();
    }

    private static List<String> codes(ReviewRegime regime, String kind) {
        return regime.ladders().stream()
                .filter(ladder -> ladder.kinds().contains(kind))
                .flatMap(ladder -> ladder.descending().stream())
                .map(ReviewRegime.Level::code)
                .toList();
    }

    public String lowest() {
        return descending.getLast();
    }

    public boolean isLowest(YearResult result) {
        return lowest().equals(result.level());
    }
}
