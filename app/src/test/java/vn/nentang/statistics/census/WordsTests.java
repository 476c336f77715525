package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words by numbers of one byte or two. */
final class WordsTests {

    @Test
    void a_word_keeps_its_number_and_nothing_is_number_nought() {
        var words = new Words(255);
        var first = words.number("Kinh");
        assertThat(words.number("Thái")).isNotEqualTo(first);
        assertThat(words.number("Kinh")).isEqualTo(first);
        assertThat(words.word(first)).isEqualTo("Kinh");
        assertThat(words.number(null)).isZero();
        assertThat(words.number("")).isZero();
        assertThat(words.word(0)).isEmpty();
    }

    @Test
    void words_beyond_the_room_share_the_last_number_and_are_told_as_others() {
        var words = new Words(3);
        assertThat(IntStream.range(0, 9).map(i -> words.number("nghề " + i)).toArray())
                .containsExactly(1, 2, 3, 3, 3, 3, 3, 3, 3);
        assertThat(words.word(3)).isEqualTo("…");
        assertThat(words.number("nghề 1")).isEqualTo(2);
        assertThat(words.size()).isEqualTo(4);
    }
}
