package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.kernel.PersonId;

/** Ids of persons that lie on disk. */
final class IdsTests {

    @TempDir
    private Path folder;

    private static PersonId person(int number) {
        return new PersonId(new UUID(number, -number));
    }

    @Test
    void those_added_are_found_at_their_places() {
        var ids = Ids.in(Optional.of(folder));
        assertThat(ids.add(List.of(person(1), person(2)))).isZero();
        assertThat(ids.add(Arrays.asList(person(3), null, person(4)))).isEqualTo(2);
        assertThat(ids.get(1, 2)).containsExactly(person(2), person(3));
        assertThat(ids.get(4, 1)).containsExactly(person(4));
        assertThat(ids.add(ids.packed(0, 2))).isEqualTo(5);
        assertThat(ids.get(5, 2)).containsExactly(person(1), person(2));
    }

    @Test
    void others_for_everything_written_once_more_leave_the_first_as_they_are() {
        var ids = Ids.in(Optional.of(folder));
        assertThat(ids.anew()).isSameAs(ids);
        ids.add(List.of(person(1)));
        var others = ids.anew();
        others.add(List.of(person(2)));
        assertThat(ids.get(0, 1)).containsExactly(person(1));
        assertThat(others.get(0, 1)).containsExactly(person(2));
    }

    @Test
    void nothing_is_left_lying_in_the_folder() {
        Ids.in(Optional.of(folder)).add(List.of(person(1)));
        assertThat(folder).isEmptyDirectory();
    }

    /** As a reader who goes away while the page is made. */
    @Test
    void an_interrupted_reader_disturbs_nobody() {
        var ids = Ids.in(Optional.of(folder));
        ids.add(List.of(person(1)));
        Thread.currentThread().interrupt();
        assertThat(ids.get(0, 1)).containsExactly(person(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ids.get(0, 1)).containsExactly(person(1));
    }

    @Test
    void what_cannot_be_kept_or_found_is_told() {
        assertThatThrownBy(() -> Ids.in(Optional.of(folder.resolve("missing"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ids of persons");
        var ids = Ids.in(Optional.of(folder));
        assertThatThrownBy(() -> ids.get(0, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ids of persons");
    }
}
