package vn.nentang.shell.command;

/** Exit codes; part of the contract with scripts. */
final class Exit {

    static final int DONE = 0;
    static final int BROKEN = 1;
    static final int WRONG_USE = 2;
    static final int REFUSED = 3;

    private Exit() {}
}
