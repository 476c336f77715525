package vn.nentang.shell.web;

/** What one template prints: a record with everything in it. */
public interface Page {

    /** Path of the template below {@code src/main/jte}, without its ending. */
    String template();

    /** Whether the page needs the program's own script, which the content policy then allows: passkeys, and nothing else. */
    default boolean runsScript() {
        return false;
    }
}
