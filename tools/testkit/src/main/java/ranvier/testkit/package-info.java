/**
 * What users of the engine add to their tests: jqwik arbitraries for parameters, stimuli and small networks; oracles
 * that are slow, simple and share no code with what they judge; and properties to inherit. Nothing here is for
 * production runs.
 */
package ranvier.testkit;
