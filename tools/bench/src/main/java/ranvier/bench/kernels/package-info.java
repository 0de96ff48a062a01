/** Single kernels under JMH; run with {@code ranvier bench kernels}. Times are per neuron-step, draw or event. */
package ranvier.bench.kernels;
