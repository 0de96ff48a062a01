/**
 * The network of a thousand pulse-coupled neurons of Izhikevich (2003), doi:10.1109/TNN.2003.820440:
 * {@link ranvier.scenarios.izhikevich.Izhikevich2003}.
 */
package ranvier.scenarios.izhikevich;
