/**
 * Reference cases: complete, deterministic simulations together with what another simulator makes of them.
 * {@link ranvier.formats.reference.ReferenceCase} reads one, {@link ranvier.formats.reference.ReferenceRun} simulates
 * it, {@link ranvier.formats.reference.Comparison} says whether the two agree. Not for hot paths; one thread.
 */
package ranvier.formats.reference;
