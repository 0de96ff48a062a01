package ranvier.engine.model;

import java.util.List;
import ranvier.engine.math.VectorGate;

/** What a model is given to build the neurons of one block of a population. */
public interface GridBlock {
  /** Number of neurons. */
  int size();

  /** Length of every state array: the size rounded up to a multiple of 16. */
  int paddedSize();

  /** Time step in ms. */
  double dtMs();

  /** Whether the state should be single precision; only where the model offers it. */
  boolean singlePrecision();

  /** Whether explicit vector code may be used. Scalar and vector code give the same bits. */
  boolean vectorised();

  /** When vector code should take over from the plain form. */
  default VectorGate vectorGate() {
    return VectorGate.opened();
  }

  /** Parameters of the block's neurons. */
  Parameters parameters();

  /** The parameter of every neuron, in an array of the padded size (padding repeats the last neuron). */
  double[] values(String parameter);

  /** Initial values of a state variable, in an array of the padded size (padding repeats the last neuron). */
  double[] initial(String variable);

  /** Input channels, as the model declared them for the whole population. */
  List<Receptor> receptors();

  /** Declares a state array of the padded size. Only variables of the model's description can be probed. */
  double[] doubles(String variable);

  /** Declares a single-precision state array. */
  float[] singles(String variable);

  /** Declares an integer state array, such as the end of refractoriness. */
  int[] integers(String variable);

  /**
   * Says that a declared variable is stored relative to a parameter: its value is array + parameter (such as a membrane
   * potential relative to {@code E_L}).
   */
  void relativeTo(String variable, String parameter);

  /** Number of whole steps nearest to a time, at least 0. */
  int steps(double timeMs);

  /** Seed of the run, for models that draw random numbers while they advance. */
  long seed();

  /** Number of one neuron of the block among all neurons of the network: the entity of its random draws. */
  int globalNeuron(int neuron);
}
