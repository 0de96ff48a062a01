package ranvier.engine.exact;

import ranvier.engine.model.ExactTime;
import ranvier.engine.model.Parameters;

/** A population as the exact kernels see it. Read by one thread while they are built. */
public interface ExactPopulation {
  /** How its model runs in exact time. */
  ExactTime model();

  /** Parameters of all its neurons. */
  Parameters parameters();

  /** Initial value of a state variable; 0 for a variable that the model does not describe. */
  double initial(String variable, int neuron);
}
