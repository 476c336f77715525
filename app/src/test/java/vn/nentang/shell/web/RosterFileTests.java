package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The roster of a page as a file, within the reader's reach. */
final class RosterFileTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final String COMMUNE = "/organizations/" + RunningOffice.COMMUNE;
    private static final String NORTH = "/organizations/" + RunningOffice.NORTH;
    private static final String SOUTH = "/organizations/" + RunningOffice.SOUTH;

    private final Client office = Client.signedIn(OFFICE, "vanphong");

    @Test
    void the_page_links_to_the_same_people_as_a_file() {
        var page = office.get(NORTH + "/roster").body();
        assertThat(page).contains(NORTH + "/roster.xlsx").contains(NORTH + "/roster.csv");

        var file = office.get(NORTH + "/roster.csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("danh-sach-dang-vien");
        assertThat(file.body()).startsWith("\uFEFFSTT,Họ và tên,").doesNotContain(RunningOffice.AN_CITIZEN_ID);
        assertThat(office.get(NORTH + "/roster.xlsx").body()).startsWith("PK");
        assertThat(office.get(COMMUNE + "/roster.csv").body().lines().count())
                .isGreaterThan(file.body().lines().count());
    }

    @Test
    void beyond_ones_reach_there_is_no_file() {
        var secretary = Client.signedIn(OFFICE, "bithu.bac");
        assertThat(secretary.get(NORTH + "/roster.csv").statusCode()).isEqualTo(200);
        assertThat(secretary.get(SOUTH + "/roster.csv").statusCode()).isEqualTo(404);
        assertThat(secretary.get(COMMUNE + "/roster.xlsx").statusCode()).isEqualTo(404);
        assertThat(office.get(NORTH + "/roster.exe").statusCode()).isEqualTo(404);
    }
}
