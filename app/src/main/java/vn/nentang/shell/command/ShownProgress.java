package vn.nentang.shell.command;

import java.io.PrintWriter;
import vn.nentang.demo.DemoData;

/** Prints how far a loading has come, a line for each part. */
final class ShownProgress implements DemoData.Progress {

    private final PrintWriter out;

    ShownProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void reached(DemoData.Stage stage, int done, int of) {
        out.printf("… %s: %,d / %,d%n", stage.words(), done, of);
        out.flush();
    }
}
