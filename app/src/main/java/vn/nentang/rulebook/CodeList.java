package vn.nentang.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;

/** Words that forms allow in one box, each with the days it may be used. */
public record CodeList(String name, Label title, Citation source, List<Code> codes) {

    public CodeList {
        codes = List.copyOf(codes);
    }

    /**
     * One word of a list.
     *
     * @param names other ways people write it
     * @param from the first day it may be used; null when always
     * @param until the first day it may no longer be used; null while it may
     * @param with further facts by name, as the list defines them
     */
    public record Code(
            String code,
            Label label,
            List<String> names,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Map<String, String> with) {

        public Code {
            names = List.copyOf(names);
            with = Map.copyOf(with);
        }

        public boolean holdsOn(LocalDate date) {
            return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
        }
    }

    /** The codes that may be used on the day, in the order of the form. */
    public List<Code> on(LocalDate date) {
        return codes.stream().filter(code -> code.holdsOn(date)).toList();
    }

    public Optional<Code> find(String code, LocalDate date) {
        return on(date).stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
    }
}
