package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.nentang.review.published.Flag;
import vn.nentang.review.workbook.RowProblem;

final class ReviewReferenceTests {

    @Test
    void every_problem_and_flag_is_explained_in_the_reference() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "reference", "review-check.md"));

        assertThat(Arrays.stream(RowProblem.Code.values()).map(RowProblem.Code::code))
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
        assertThat(Arrays.stream(Flag.Code.values()).map(Flag.Code::code))
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }
}
