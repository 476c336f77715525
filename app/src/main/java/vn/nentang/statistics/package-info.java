/**
 * Statistics: figures over many members and organisations, on any date, and the people behind them.
 *
 * <p>Start reading at {@link vn.nentang.statistics.census.Census}.
 */
@ApplicationModule(
        displayName = "Statistics",
        allowedDependencies = {
            "kernel",
            "ledger",
            "rulebook",
            "organization",
            "membership",
            "review",
            "review :: years",
            "store"
        })
@NullMarked
package vn.nentang.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
