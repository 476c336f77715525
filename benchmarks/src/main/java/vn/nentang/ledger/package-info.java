/** What benchmarks need of the ledger's inside. */
@NullMarked
package vn.nentang.ledger;

import org.jspecify.annotations.NullMarked;
