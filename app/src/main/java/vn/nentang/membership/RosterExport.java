package vn.nentang.membership;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.ledger.HowFar;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.sheet.RowWriter;

/**
 * Rosters as files for offices: one line for each member, cell after cell in the order given, names in Vietnamese order. Numbers
 * of identity are left out. As known now, memory does not grow with the number of members.
 */
@Component
public final class RosterExport {

    private static final int TOLD_EVERY = 1_000;
    private static final String SHEET = "Danh sách";
    private static final List<String> HEADING = List.of(
            "STT",
            "Họ và tên",
            "Giới tính",
            "Ngày sinh",
            "Dân tộc",
            "Ngày vào Đảng",
            "Ngày chính thức",
            "Số thẻ đảng viên",
            "Tình trạng sinh hoạt",
            "Chi bộ",
            "Cấp trên trực tiếp");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private final Rosters rosters;
    private final Rulebook rulebook;

    public RosterExport(Rosters rosters, Rulebook rulebook) {
        this.rosters = rosters;
        this.rulebook = rulebook;
    }

    /** What kind of file. */
    public enum Format {
        XLSX,
        CSV
    }

    /**
     * Whose roster.
     *
     * @param cells in the order in which they are to stand
     * @param knownAt null for what is known now
     * @param path from a top down to an organisation itself, as far as the reader may see
     */
    public record Wanted(
            List<OrganizationId> cells,
            LocalDate on,
            @Nullable Instant knownAt,
            Function<OrganizationId, List<Organization>> path) {

        public Wanted {
            cells = List.copyOf(cells);
        }
    }

    /** Writes the file, closes it, and gives how many members it holds. */
    public long write(Wanted wanted, Format format, OutputStream out, HowFar progress) throws IOException {
        try (var rows = writer(format, out)) {
            rows.row(HEADING);
            var lines = new Lines(rows, wanted, progress);
            forEach(wanted, lines);
            return lines.count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RowWriter writer(Format format, OutputStream out) throws IOException {
        return switch (format) {
            case XLSX -> RowWriter.xlsx(out, SHEET);
            case CSV -> RowWriter.csv(out);
        };
    }

    private void forEach(Wanted wanted, Consumer<RosterLine> taker) {
        if (wanted.knownAt() == null) {
            rosters.forEach(wanted.cells(), wanted.on(), taker);
        } else {
            var byCell = rosters.of(wanted.cells(), wanted.on(), wanted.knownAt()).stream()
                    .collect(Collectors.groupingBy(RosterLine::cell));
            wanted.cells().forEach(c -> byCell.getOrDefault(c, List.of()).forEach(taker));
        }
    }

    /** Takes the members one after the other and writes them; the names of a cell are looked up once. */
    private final class Lines implements Consumer<RosterLine> {

        private final RowWriter rows;
        private final Wanted wanted;
        private final HowFar progress;
        private final Map<String, String> sexes;
        private final Map<String, String> ethnicGroups;
        private final Map<String, String> standings;
        private @Nullable OrganizationId cell;
        private String name = "";
        private String above = "";
        private long count;

        Lines(RowWriter rows, Wanted wanted, HowFar progress) {
            this.rows = rows;
            this.wanted = wanted;
            this.progress = progress;
            this.sexes = words("sex");
            this.ethnicGroups = words("ethnic-group");
            this.standings = words("membership-standing");
        }

        private Map<String, String> words(String list) {
            return rulebook.codeLists().stream()
                    .filter(l -> l.name().equals(list))
                    .flatMap(l -> Stream.concat(l.codes().stream(), l.on(wanted.on()).stream()))
                    .collect(
                            Collectors.toMap(CodeList.Code::code, c -> c.label().vi(), (_, ofTheDay) -> ofTheDay));
        }

        @Override
        public void accept(RosterLine line) {
            if (!line.cell().equals(cell)) {
                enter(line.cell());
            }
            try {
                rows.row(texts(line, ++count));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (count % TOLD_EVERY == 0) {
                progress.reached(count, 0);
            }
        }

        private void enter(OrganizationId entered) {
            var path = wanted.path().apply(entered);
            cell = entered;
            name = path.isEmpty() ? "" : path.getLast().name();
            above = path.size() < 2 ? "" : path.get(path.size() - 2).name();
        }

        private List<String> texts(RosterLine line, long number) {
            return List.of(
                    Long.toString(number),
                    line.fullName(),
                    word(sexes, line.sex()),
                    date(line.birth()),
                    word(ethnicGroups, line.ethnicity()),
                    date(line.admittedOn()),
                    date(line.recognisedOn()),
                    Objects.requireNonNullElse(line.cardNumber(), ""),
                    standing(line.standing()),
                    name,
                    above);
        }

        private String standing(Standing standing) {
            return switch (standing) {
                case UNKNOWN -> "";
                case TEMPORARY -> word(standings, "temporary-here");
                case FULL, PROBATIONARY, EXEMPT, SUSPENDED, TEMPORARY_ELSEWHERE -> word(standings, standing.code());
            };
        }
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }

    /** As far as it is known. */
    private static String date(@Nullable PartialDate date) {
        if (date == null) {
            return "";
        }
        if (date.isComplete()) {
            return DAY.format(date.firstDay());
        }
        return date.month() == null ? Integer.toString(date.year()) : MONTH.format(date.firstDay());
    }
}
