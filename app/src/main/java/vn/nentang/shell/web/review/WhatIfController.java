package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.Classification;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.WhatIf;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.regime.Truth;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** A year's facts under another regulation. */
@WebFace
final class WhatIfController {

    private final WhatIf whatIf;
    private final AskedYear asked;
    private final Rulebook rulebook;
    private final Labels labels;

    WhatIfController(WhatIf whatIf, AskedYear asked, Rulebook rulebook, Labels labels) {
        this.whatIf = whatIf;
        this.asked = asked;
        this.rulebook = rulebook;
        this.labels = labels;
    }

    @GetMapping("/reviews/{year}/what-if")
    Reply show(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(required = false) @Nullable String regime,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var of = asked.of(org, year, viewer, asOf);
        var lastDay = asked.lastDayOf(year);
        var own = OutOfReach.require(rulebook.findRegime(lastDay).map(RegimeOn::regime));
        var cells = viewer.scope().cellsOf(of.organization().id(), lastDay);
        var wanted = Optional.ofNullable(regime).orElseGet(() -> other(own));
        var comparison = OutOfReach.require(whatIf.of(cells, year, wanted));
        var differing = comparison.differing();
        var pages = Pages.of(page, differing.size());
        var showing = new Showing(comparison, own, viewer, lastDay, texts);
        return Reply.show(new WhatIfPage(
                year,
                of.organization(),
                viewer.scope().path(of.organization().id(), lastDay),
                own,
                comparison.other().regime(),
                whatIf.regimes(),
                comparison.lines().size(),
                showing.counts(),
                (int) comparison.lines().stream()
                        .filter(line -> line.other() == null || line.other() instanceof Classification.Undecided)
                        .count(),
                comparison.unmatched(),
                showing.missing(),
                differing.size(),
                pages.cut(differing).stream().map(showing::row).toList(),
                pages));
    }

    /** The regime after the year's own; of the last one the one before it. */
    private String other(ReviewRegime own) {
        var all = whatIf.regimes().stream().map(ReviewRegime::id).toList();
        var at = all.indexOf(own.id());
        return all.get(at + 1 < all.size() ? at + 1 : Math.max(0, at - 1));
    }

    private final class Showing {

        private final WhatIf.Comparison comparison;
        private final ReviewRegime own;
        private final Viewer viewer;
        private final LocalDate day;
        private final Texts texts;
        private final Reasons reasons;

        Showing(WhatIf.Comparison comparison, ReviewRegime own, Viewer viewer, LocalDate day, Texts texts) {
            this.comparison = comparison;
            this.own = own;
            this.viewer = viewer;
            this.day = day;
            this.texts = texts;
            this.reasons = new Reasons(comparison.other().regime(), texts);
        }

        List<WhatIfPage.Count> counts() {
            var codes = new TreeSet<>(comparison.decided().keySet());
            codes.addAll(comparison.tried().keySet());
            var ladder = Ladder.of(own, Ladder.MEMBER).descending();
            return codes.stream()
                    .sorted((one, two) -> Integer.compare(place(ladder, one), place(ladder, two)))
                    .map(code -> new WhatIfPage.Count(
                            word(code),
                            comparison.decided().getOrDefault(code, 0),
                            comparison.tried().getOrDefault(code, 0)))
                    .toList();
        }

        private static int place(List<String> ladder, String code) {
            var at = ladder.indexOf(code);
            return at < 0 ? ladder.size() : at;
        }

        List<WhatIfPage.Missing> missing() {
            var facts = comparison.other().regime().facts();
            return comparison.missing().entrySet().stream()
                    .map(one -> new WhatIfPage.Missing(
                            Optional.ofNullable(facts.get(one.getKey()))
                                    .map(Fact::label)
                                    .map(label -> Labels.in(label, texts))
                                    .orElse(one.getKey()),
                            one.getValue()))
                    .toList();
        }

        WhatIfPage.Row row(WhatIf.Line line) {
            return new WhatIfPage.Row(
                    line.person(),
                    line.fullName(),
                    viewer.scope().nameOf(line.cell(), day),
                    word(line.decided()),
                    tried(line),
                    telling(line));
        }

        private String tried(WhatIf.Line line) {
            return line.other() instanceof Classification.NotClassified(var reason, var _, var _)
                    ? word(reason)
                    : line.other() == null ? texts.of("what-if.no-kind") : reasons.outcome(line.other());
        }

        /** What keeps the decided level away, and what leads to the other one. */
        private List<CheckPage.Reason> telling(WhatIf.Line line) {
            var outcome = line.outcome().orElse("");
            return switch (line.other()) {
                case Classification.Level(var code, var conditions, var discretion) ->
                    reasons.of(new Classification.Level(
                            code,
                            conditions.stream()
                                    .filter(one -> switch (one.truth()) {
                                        case FAILS -> one.level().equals(line.decided());
                                        case HOLDS -> one.level().equals(outcome);
                                        case UNKNOWN -> false;
                                    })
                                    .toList(),
                            discretion));
                case Classification.NoLevelMatches(var conditions) ->
                    reasons.of(new Classification.NoLevelMatches(conditions.stream()
                            .filter(one -> one.truth() == Truth.FAILS)
                            .filter(one -> one.level().equals(line.decided()))
                            .toList()));
                case Classification.NotClassified _, Classification.Undecided _ -> List.of();
                case null -> List.of();
            };
        }

        private String word(String code) {
            return labels.outcome(own.id(), Ladder.MEMBER, code, day, texts);
        }
    }
}
