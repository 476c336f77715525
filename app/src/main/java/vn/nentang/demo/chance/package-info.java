/**
 * Chance: what made-up data are made of, whatever they tell: dice that can be thrown again, names put together from parts,
 * numbers for papers. Start reading at {@link vn.nentang.demo.chance.Dice}.
 */
@NullMarked
package vn.nentang.demo.chance;

import org.jspecify.annotations.NullMarked;
