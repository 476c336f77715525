package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.store.TestStore;

/** The program and the database put names in one order, that of Vietnamese lists. */
final class NameOrderTests {

    /** In their order: given name first, ă â after a, đ after d, tones ngang huyền hỏi ngã sắc nặng, then family names. */
    private static final List<String> IN_ORDER = List.of(
            "Lò Thị A",
            "Giàng A An",
            "Lê An",
            "Lê Bình An",
            "Lê Thị An",
            "Nguyễn Văn An",
            "Nguyễn Văn Án",
            "Bùi Ảnh",
            "Lò Ánh",
            "Nguyễn Thị Ánh",
            "Trần Ăn",
            "Lý Ân",
            "Vàng Ấn",
            "Hà Bình",
            "Hàn Bình",
            "Hàng Bình",
            "Lê Dung",
            "Lê Dũng",
            "Lê Dương",
            "Đinh Đào",
            "Đinh Đạo",
            "Dương Đức",
            "Đỗ Đức",
            "Lò Én",
            "Lò Ền",
            "Nguyễn Thị Hoa",
            "Nguyễn Thị Hòa",
            "Nguyễn Thị Hỏa",
            "Nguyễn Thị Hóa",
            "Nguyễn Thị Họa",
            "Lê Hoàng",
            "Lò Ngân",
            "Lò Nghĩa",
            "Lò Ô",
            "Lò Ơ",
            "Sùng A Páo",
            "Phạm Thủy",
            "Thào A Tủa",
            "Lò Ư",
            "Quàng Văn Xôm",
            "Đặng Ỷ",
            "Đặng Ý");

    private static List<String> sortedByDatabase(List<String> names) {
        try (var store = TestStore.fresh()) {
            return JdbcClient.create(store.app())
                    .sql("""
                            SELECT name FROM unnest(:names, :given) AS n (name, given)
                             ORDER BY given COLLATE "vi-VN-x-icu", name COLLATE "vi-VN-x-icu"
                            """)
                    .param("names", names.toArray(String[]::new))
                    .param(
                            "given",
                            names.stream().map(VietnameseText::givenName).toArray(String[]::new))
                    .query((row, _) -> row.getString(1))
                    .list();
        }
    }

    @Test
    void the_program_orders_names_as_vietnamese_lists_do() {
        var names = new ArrayList<>(IN_ORDER);
        Collections.shuffle(names, new Random(5));
        names.sort(VietnameseText.nameOrder());

        assertThat(names).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void the_database_orders_names_as_vietnamese_lists_do() {
        var names = new ArrayList<>(IN_ORDER);
        Collections.shuffle(names, new Random(6));

        assertThat(sortedByDatabase(names)).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void program_and_database_agree_on_any_names() {
        var syllables = List.of(
                "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ắ", "â", "ấ", "ậ", "an", "ân", "Anh", "ánh", "Ánh", "bình",
                "Dao", "đao", "Đào", "é", "ê", "ế", "hoa", "hòa", "Hoà", "hóa", "H'Mông", "Ho-a", "i", "í", "Mùa",
                "mua", "Mưa", "o", "ô", "ồ", "ơ", "ợ", "Ngọc", "nghĩa", "Phương", "quý", "qui", "u", "ú", "ư", "ử",
                "Tuấn", "y", "ỷ", "Ý", "2", "10", "(con)", "St.", "Jack", "Wang", "Zơ", "Fan");
        var random = new Random(2026);
        var names = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            var words = new ArrayList<String>();
            for (int w = 0; w <= random.nextInt(4); w++) {
                words.add(syllables.get(random.nextInt(syllables.size())));
            }
            names.add(String.join(" ", words));
        }
        var distinct = new ArrayList<>(names.stream().distinct().toList());
        var byDatabase = sortedByDatabase(distinct);
        distinct.sort(VietnameseText.nameOrder());

        assertThat(distinct).containsExactlyElementsOf(byDatabase);
    }
}
