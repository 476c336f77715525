package vn.nentang.shell.web.rules;

import java.util.List;
import vn.nentang.rulebook.regime.LevelRule;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Page;

/** One review regime in full, as the program reads it. */
public record RegimePage(ReviewRegime regime, List<Ladder> ladders) implements Page {

    public RegimePage {
        ladders = List.copyOf(ladders);
    }

    /**
     * The levels of some kinds of subject, highest first, with what each asks for.
     *
     * @param subjects what the kinds are called
     */
    public record Ladder(List<ReviewRegime.SubjectKind> subjects, List<Level> levels) {
        public Ladder {
            subjects = List.copyOf(subjects);
            levels = List.copyOf(levels);
        }
    }

    /** A rule, and what the kinds of subject it speaks of are called. */
    public record Rule(List<ReviewRegime.SubjectKind> subjects, LevelRule rule) {
        public Rule {
            subjects = List.copyOf(subjects);
        }
    }

    /** A level and the rules that give it. */
    public record Level(ReviewRegime.Level level, List<Rule> rules) {
        public Level {
            rules = List.copyOf(rules);
        }
    }

    @Override
    public String template() {
        return "rules/regime";
    }
}
