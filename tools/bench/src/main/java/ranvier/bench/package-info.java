/**
 * How fast whole models run: each run in a process of its own, several runs, medians and spread, peers in turn with
 * ours. Single kernels are measured by JMH, in {@code ranvier.bench.kernels}.
 */
package ranvier.bench;
