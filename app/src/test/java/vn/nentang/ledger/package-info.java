@NullMarked
package vn.nentang.ledger;

import org.jspecify.annotations.NullMarked;
