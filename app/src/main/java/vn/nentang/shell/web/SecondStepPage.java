package vn.nentang.shell.web;

/**
 * The form for the code.
 *
 * @param state empty, wrong or wait
 * @param waitSeconds how long to wait before the next try
 */
public record SecondStepPage(String state, long waitSeconds) implements Page {
    @Override
    public String template() {
        return "second-step";
    }
}
