package vn.nentang.membership.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.sheet.RefusalReason;
import vn.nentang.sheet.Workbook;

/** What the check of a roster found: everything at once, or one reason why the file is refused as a whole. */
public sealed interface RosterCheck {

    /**
     * The file is refused; nothing of it may be taken over.
     *
     * @param vi the reason as a sentence in Vietnamese
     * @param en the same in English
     */
    record Refused(RefusalReason reason, String vi, String en) implements RosterCheck {}

    /**
     * The file can be taken over, row by row.
     *
     * @param text how a text file was written; null for a workbook
     */
    record Importable(
            Workbook.@Nullable TextForm text,
            List<Notice> notices,
            List<SheetPart> sheets,
            List<Group> groups,
            List<MemberRow> rows)
            implements RosterCheck {

        public Importable {
            notices = List.copyOf(notices);
            sheets = List.copyOf(sheets);
            groups = List.copyOf(groups);
            rows = List.copyOf(rows);
        }

        /** Whether every row can be taken over as it is. */
        public boolean isReady() {
            return rows.stream().allMatch(MemberRow::isReady);
        }
    }

    /** Something to know about the file as a whole. */
    record Notice(ProblemCode code, List<String> sheets) {}

    /** Whether a sheet holds members, and where. */
    record SheetPart(@Nullable String name, List<Table> tables) {

        public boolean hasMembers() {
            return !tables.isEmpty();
        }
    }

    /**
     * A table of members.
     *
     * @param columns what each column means, by column counted from 0
     * @param formColumns the boxes of the member's form that further columns fill, by column
     * @param cellFromTitle the cell that a title names; null where none does
     * @param otherRows rows that hold no member
     */
    record Table(
            List<Integer> headerRows,
            Map<Integer, List<RosterField>> columns,
            Map<Integer, List<String>> formColumns,
            int memberRows,
            int firstMemberRow,
            int lastMemberRow,
            @Nullable String cellFromTitle,
            List<OtherRow> otherRows) {}

    /** A row that is not a member, and what it is instead: title, header, numbering, section, subtotal, total, signature. */
    record OtherRow(int row, String kind) {}

    /**
     * A row of a person.
     *
     * @param row as the spreadsheet program shows it; in text files the number of the record
     * @param record what was read, also where errors keep the row out
     * @param group id of the group it belongs to; null for none
     * @param known members on record who may be the same person
     */
    record MemberRow(
            @Nullable String sheet,
            int row,
            MemberRecord record,
            List<Problem> problems,
            @Nullable String group,
            List<KnownMembers.Match> known) {

        public MemberRow {
            problems = List.copyOf(problems);
            known = List.copyOf(known);
        }

        /** No error: the row can be taken over without a decision. */
        public boolean isReady() {
            return problems.stream().noneMatch(Problem::isError);
        }

        public Optional<Problem> problem(ProblemCode code) {
            return problems.stream().filter(p -> p.code() == code).findFirst();
        }
    }

    /** Rows that belong together. Which of them is kept is for a person to decide. */
    record Group(String id, Kind kind, List<MemberRow> rows) {

        /** How the rows belong together. */
        public enum Kind {
            SAME_PERSON,
            SAME_PERSON_TWO_CELLS,
            SAME_ID_DIFFERENT_PERSON;

            /** The word used in JSON. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
