package ranvier.engine.model;

import ranvier.engine.math.VectorGate;

/** What a model is given to build neurons for exact time. They may belong to several populations of the model. */
public interface ExactBlock {
  /** Number of neurons. */
  int size();

  /** The parameter of every neuron. */
  double[] values(String parameter);

  /** Initial values of a state variable. */
  double[] initial(String variable);

  /** Declares a state array, one number per neuron. */
  double[] doubles(String variable);

  /** When vector code should take over from the plain form, which gives the same bits. */
  default VectorGate vectorGate() {
    return VectorGate.opened();
  }
}
