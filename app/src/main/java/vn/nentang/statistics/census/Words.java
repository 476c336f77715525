package vn.nentang.statistics.census;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the words of one box, so that a word takes one byte or two. A word keeps its number; 0 means nothing is known.
 * Words beyond the room there is, which only free text can fill, share the last number.
 */
final class Words {

    private static final String OTHERS = "…";

    private final int room;
    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> words = new CopyOnWriteArrayList<>(List.of(""));

    /** @param room the largest number there may be */
    Words(int room) {
        this.room = room;
    }

    int number(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return 0;
        }
        var known = numbers.get(word);
        return known != null ? known : add(word);
    }

    private synchronized int add(String word) {
        var known = numbers.get(word);
        if (known != null) {
            return known;
        }
        if (words.size() == room) {
            words.add(OTHERS);
        }
        if (words.size() > room) {
            return room;
        }
        words.add(word);
        numbers.put(word, words.size() - 1);
        return words.size() - 1;
    }

    List<String> all() {
        return List.copyOf(words);
    }

    /** Takes over the numbers others gave, in the place of its own. */
    synchronized void become(List<String> others) {
        numbers.clear();
        words.clear();
        words.addAll(others);
        for (int number = 1; number < Math.min(others.size(), room); number++) {
            numbers.put(others.get(number), number);
        }
    }

    String word(int number) {
        return words.get(number);
    }

    /** How many numbers are in use, 0 among them. */
    int size() {
        return words.size();
    }
}
