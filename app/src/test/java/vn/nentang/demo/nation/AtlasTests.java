package vn.nentang.demo.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The country as the program ships it, against the public lists. */
final class AtlasTests {

    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final Atlas ATLAS = Atlas.load();

    @Test // 202/2025/QH15; 1654 to 1687/NQ-UBTVQH15
    void there_are_34_provinces_and_3321_communes_made_of_63_and_10035() {
        assertThat(ATLAS.provinces()).hasSize(34);
        assertThat(ATLAS.formerProvinces()).hasSize(63);
        assertThat(ATLAS.communes()).hasSize(3_321);
        assertThat(ATLAS.districts()).hasSize(696);
        assertThat(formerCommunes()).hasSize(10_035 + ISLAND_DISTRICTS);
        assertThat(formerCommunes().stream().mapToInt(f -> f.merged().size()).sum())
                .isEqualTo(991);
    }

    /** Districts without a commune, which stand for themselves. */
    private static final int ISLAND_DISTRICTS = 5;

    private static List<Atlas.FormerCommune> formerCommunes() {
        return ATLAS.communes().stream().flatMap(c -> c.former().stream()).toList();
    }

    @Test
    void every_commune_has_a_past_in_a_district_of_a_province_that_became_its_own() {
        for (var commune : ATLAS.communes()) {
            assertThat(commune.former()).as(commune.name()).isNotEmpty();
            for (var former : commune.former()) {
                var district = ATLAS.district(former);
                var province = Objects.requireNonNull(ATLAS.formerProvinces().get(district.province()));
                assertThat(province.now()).as(commune.name()).isEqualTo(commune.province());
                assertThat(former.merged()).allMatch(m -> m.until().isBefore(Chronicle.REORGANISED));
            }
        }
    }

    @Test
    void names_and_codes_are_those_of_the_public_lists() throws Exception {
        var listed = new ArrayList<String>();
        for (var line : Files.readAllLines(SHARED.resolve("admin-units-2025.csv"))) {
            var parts = line.split(",", -1);
            if (parts[0].equals("3")) {
                listed.add(parts[1] + " " + parts[2] + " " + parts[5]);
            }
        }

        assertThat(ATLAS.communes().stream().map(c -> c.code() + " " + c.name() + " " + c.province()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void a_small_nation_has_communes_of_several_former_provinces_and_a_large_one_all() {
        var calibration = new Calibration();
        for (var seed : List.of(1L, 2L, 3L)) {
            var small = Plan.of(ATLAS, 1_000, seed, calibration);
            assertThat(small.places()).hasSize(2);
            assertThat(small.places().stream()
                            .map(p -> ATLAS.formerProvince(p.commune()).code()))
                    .doesNotHaveDuplicates();
            assertThat(Plan.of(ATLAS, 200_000, seed, calibration).provinces()).hasSizeBetween(1, 3);
        }
        var whole = Plan.of(ATLAS, NationData.MEMBERS_MOST, 1, calibration);
        assertThat(whole.places()).hasSize(3_321);
        assertThat(whole.provinces()).hasSize(34);
        assertThat(whole.places().stream().mapToInt(Plan.Place::members).sum()).isEqualTo(NationData.MEMBERS_MOST);
    }
}
