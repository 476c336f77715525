package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;

/** A form without problems: every question that must be answered has a value. */
record Answers(UUID command, PartialDate day, Typed typed) {

    <T> T of(Question<T> question) {
        return find(question).orElseThrow();
    }

    <T> Optional<T> find(Question<T> question) {
        var text = typed.of(question);
        return text.isEmpty() ? Optional.empty() : question.read(text);
    }

    /** The first day that the day of the act can mean. */
    LocalDate on() {
        return day.firstDay();
    }

    Paper paper() {
        return new Paper(
                find(Head.PAPER_NUMBER).orElse(null),
                find(Head.PAPER_DATE).orElse(null),
                find(Head.PAPER_ISSUER).orElse(null),
                find(Head.PAPER_SIGNER).orElse(null));
    }
}
