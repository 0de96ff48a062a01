/** Whole models and single kernels, measured. */
module ranvier.bench {
  requires com.fasterxml.jackson.databind;
  requires java.management;
  requires jmh.core;
  requires ranvier.engine;
  requires ranvier.neurons;
  requires ranvier.scenarios;

  exports ranvier.bench;
  exports ranvier.bench.kernels;
}
