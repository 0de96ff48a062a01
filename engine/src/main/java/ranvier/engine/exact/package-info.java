/**
 * Exact time: spike times are real numbers, found to machine precision, and nothing is rounded to a step.
 *
 * <p>{@code StrictKernel} processes one event after the other in the total order (time, kind,
 * target, source, sequence); it allows zero delays and every model with an event form, and it is the oracle.
 * {@code BinsKernel} is the fast one: per neuron and work bin a few sums decide, by a bound that the
 * model proves, that the neuron cannot spike; only the others are walked arrival by arrival. The width of a bin is a
 * unit of work, not of accuracy: it changes results by rounding only. {@code ExactNetwork}
 * chooses between the two by the rule of {@link ranvier.engine.exact.ExactOptions.Kernel#AUTO}, and says why.
 *
 * <p>A time is (slice, offset in ms within the slice), so its precision does not decay with the length of a run. The
 * slice is the work bin, a power of two of a millisecond, hence differences of times are exact.
 *
 * <p>Determinism: arrivals onto one neuron are added in the order (spike time, source, row), rows are sorted by
 * (delay, target, position), blocks of neurons fall asleep and wake together, and none of this depends on the number of
 * workers or partitions.
 */
package ranvier.engine.exact;
