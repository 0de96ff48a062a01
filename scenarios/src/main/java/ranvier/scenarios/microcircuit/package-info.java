/**
 * The cortical microcircuit of Potjans and Diesmann (2014, doi:10.1093/cercor/bhs358): 1 mm^2 of early sensory cortex
 * in
 * four layers, 77,169 neurons and 0.3 billion synapses at full scale.
 */
package ranvier.scenarios.microcircuit;
