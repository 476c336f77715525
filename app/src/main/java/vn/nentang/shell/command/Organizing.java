package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;

/** Finds the one organisation a word on the command line means. */
final class Organizing {

    private Organizing() {}

    /** Without a word: the top, when there is one only. */
    static Organization one(OpenApplication app, @Nullable String word, LocalDate on) {
        var found = word == null ? app.tops(on) : named(app, word, on);
        if (found.isEmpty() && word == null) {
            throw new Refusing(
                    "Vào ngày %s trong sổ không có tổ chức đảng nào.".formatted(on),
                    "There is no organisation on record on %s".formatted(on));
        }
        if (found.isEmpty()) {
            throw new Refusing(
                    "Không có tổ chức đảng nào như vậy vào ngày %s: %s".formatted(on, word),
                    "No such organisation on %s: %s".formatted(on, word));
        }
        if (found.size() > 1) {
            var names = found.stream()
                    .map(o -> "%s [%s]".formatted(o.name(), o.code() == null ? o.id() : o.code()))
                    .collect(Collectors.joining("; "));
            throw new Refusing(
                    "Có %d tổ chức đảng trùng, hãy ghi mã: %s".formatted(found.size(), names),
                    "%d organisations match, give the code".formatted(found.size()));
        }
        return found.getFirst();
    }

    /** What lies out of reach is not there. */
    private static List<Organization> named(OpenApplication app, String word, LocalDate on) {
        return app.part(Organizations.class).named(word, on).stream()
                .filter(o -> app.reaches(o.id(), on))
                .toList();
    }
}
