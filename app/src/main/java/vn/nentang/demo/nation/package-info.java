/**
 * Nation: a made-up Party organisation of any size up to the whole country's, in real provinces and communes with their
 * mergers, over ten years. Told commune by commune, so that memory does not grow with it, and loaded in bulk.
 *
 * <p>Start reading at {@link vn.nentang.demo.nation.NationData} (how it is loaded), then at {@code Area} (what one commune
 * consists of).
 */
@NamedInterface("nation")
@NullMarked
package vn.nentang.demo.nation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
