package vn.nentang.shell.web;

/** What one template prints: a record with everything in it. */
public interface Page {

    /** Path of the template below {@code src/main/jte}, without its ending. */
    String template();

    /** Whether the page needs the program's own script, which the content policy then allows: passkeys. */
    default boolean runsScript() {
        return false;
    }

    /** Whether the page counts again while one chooses: a script of its own that asks this program, and nobody else. */
    default boolean countsLive() {
        return false;
    }

    /** After how many seconds the browser asks again by itself, while something is being prepared; 0 for never. */
    default int asksAgainAfter() {
        return 0;
    }
}
