package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;

/** What is asked of every act: its day and its paper. */
final class Head {

    static final Question<LocalDate> DAY = Question.day("day");
    static final Question<PartialDate> DAY_AS_FAR_AS_KNOWN = Question.partialDay("day");

    static final Question<String> PAPER_NUMBER =
            Question.line("paper-number", 100).orNothing();
    static final Question<LocalDate> PAPER_DATE = Question.day("paper-date").orNothing();
    static final Question<String> PAPER_ISSUER =
            Question.line("paper-issuer", 200).orNothing();
    static final Question<String> PAPER_SIGNER =
            Question.line("paper-signer", 100).orNothing();

    static final List<Question<?>> PAPER = List.of(PAPER_NUMBER, PAPER_DATE, PAPER_ISSUER, PAPER_SIGNER);

    private Head() {}

    static Typed of(Paper paper) {
        return Typed.NOTHING
                .with(PAPER_NUMBER, paper.number())
                .with(PAPER_DATE, paper.date())
                .with(PAPER_ISSUER, paper.issuer())
                .with(PAPER_SIGNER, paper.signer());
    }
}
