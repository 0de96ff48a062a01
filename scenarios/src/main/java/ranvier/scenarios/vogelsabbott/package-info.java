/**
 * The self-sustained networks after Vogels and Abbott (2005) that became the benchmarks of Brette et al. (2007), with
 * currents, conductances or jumps as synapses: {@link ranvier.scenarios.vogelsabbott.VogelsAbbott}.
 */
package ranvier.scenarios.vogelsabbott;
