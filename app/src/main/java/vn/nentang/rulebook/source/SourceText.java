package vn.nentang.rulebook.source;

/**
 * A text to be read and the name it goes by in messages.
 *
 * @param name path below the folder it came from, with {@code /}
 * @param lineOffset lines that stood before the text in its file; added to every line number that is reported
 */
public record SourceText(String name, String text, int lineOffset) {

    public SourceText(String name, String text) {
        this(name, text, 0);
    }
}
