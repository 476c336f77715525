package vn.nentang.review.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.review.workbook.OrganizationSheet.Line;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.Fact;

final class OrganizationSheetTests {

    private static final List<Fact> FACTS = List.copyOf(Rulebook.load()
            .findRegime(LocalDate.of(2025, 12, 31))
            .orElseThrow()
            .regime()
            .facts()
            .values());

    @TempDir
    Path folder;

    private OrganizationSheet.Outcome read(String text) throws IOException {
        var file = folder.resolve("to-chuc.csv");
        Files.writeString(file, text);
        return OrganizationSheet.read(file);
    }

    @Test
    void each_row_gives_an_organisation_its_level_and_its_facts() throws IOException {
        var outcome = read("""
                KẾT QUẢ XẾP LOẠI NĂM 2025
                TT;Tên tổ chức đảng;Tổng điểm;Mức xếp loại;Tỷ lệ nhiệm vụ hoàn thành (%);Lý do;Người soạn
                1;Chi bộ bản Bắc;91,5;HTXS;100;;An
                2;Chi bộ bản Nam;;Hoàn thành tốt nhiệm vụ;;giữ tỷ lệ;An
                ;Tổng cộng;;;;;
                """);

        assertThat(outcome).isInstanceOfSatisfying(OrganizationSheet.Outcome.Read.class, read -> {
            assertThat(read.lines())
                    .extracting(Line::name, Line::level, Line::because)
                    .containsExactly(
                            tuple("Chi bộ bản Bắc", "HTXS", ""),
                            tuple("Chi bộ bản Nam", "Hoàn thành tốt nhiệm vụ", "giữ tỷ lệ"));
            var first = read.lines().getFirst();
            assertThat(first.facts(FACTS)).isEqualTo(Map.of("score", "91,5", "tasksDonePct", "100"));
            assertThat(first.unknownHeaders(FACTS)).containsExactly("Người soạn");
        });
    }

    @Test
    void a_sheet_without_such_a_table_is_refused() throws IOException {
        assertThat(read("STT;Họ và tên;Ngày sinh\n1;Lò Văn A;1980\n"))
                .isInstanceOf(OrganizationSheet.Outcome.Refused.class);
    }
}
