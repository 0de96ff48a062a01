/**
 * An example of a plugin: {@link ranvier.example.VogelsSprekelerSynapse} learns, {@link
 * ranvier.example.PerfectIntegrator}
 * spikes. Nothing in Ranvier knows of them; the service files of this jar name them.
 */
package ranvier.example;
