/**
 * The sparsely connected network of excitatory and inhibitory neurons of Brunel (2000), model A, in four of its states,
 * with its mean-field theory: {@link ranvier.scenarios.brunel.Brunel} is the scenario,
 * {@link ranvier.scenarios.brunel.MeanField} the theory. All types are immutable.
 */
package ranvier.scenarios.brunel;
