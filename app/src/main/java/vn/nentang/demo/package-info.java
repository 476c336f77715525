/**
 * Demo: a made-up provincial military Party organisation of a mountain province, with its people and five years of
 * history, recorded through the same desks as real acts. For showing, for practice and for measuring. Everything in it is
 * drawn by a seeded generator: the same seed gives the same acts.
 *
 * <p>Start reading at {@link vn.nentang.demo.DemoData} (how it is recorded) and {@link vn.nentang.demo.Province} (what
 * one province consists of).
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "committee",
            "kernel",
            "ledger",
            "membership",
            "organization",
            "review",
            "review :: round",
            "rulebook",
            "rulebook :: regime",
            "rulebook :: source"
        })
@NullMarked
package vn.nentang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
