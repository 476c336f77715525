package vn.nentang.shell.command;

/** A command that cannot be carried out as asked, for a reason the user can mend. Exit code 3. */
final class Refusing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusing(String vietnamese, String english) {
        super(vietnamese + " / " + english);
    }
}
