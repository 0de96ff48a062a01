/**
 * Counter-based random numbers: a draw is a pure function of (seed, purpose, entity, index), so nothing depends on the
 * number of threads or on the order of calls, and any draw can be made again. {@link ranvier.engine.random.Philox} is
 * the generator for connectivity, weights, delays and initial states; PoissonTable is the
 * cheaper counter hash for Poisson counts per neuron and step, PoissonCells for Poisson trains with real-valued times.
 */
package ranvier.engine.random;
