package ranvier.neurons.exact;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import ranvier.engine.model.BinNeurons;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.Parameters;

/** Leaky integrate-and-fire neurons in exact time, by the shape of their synaptic currents. */
public enum ExactLif implements ExactTime {
  /** Input moves the potential itself ({@code iaf_psc_delta}). */
  DELTA(DeltaNeurons::new, List.of("tau_m", "C_m")),
  /** Exponential currents ({@code iaf_psc_exp}). */
  EXPONENTIAL(ExponentialNeurons::new, List.of("tau_m", "C_m", "tau_syn_ex", "tau_syn_in")),
  /** Alpha-shaped currents ({@code iaf_psc_alpha}). */
  ALPHA(AlphaNeurons::new, List.of("tau_m", "C_m", "tau_syn_ex", "tau_syn_in"));

  private final Function<ExactBlock, BinNeurons> make;
  private final List<String> shared;

  ExactLif(Function<ExactBlock, BinNeurons> make, List<String> shared) {
    this.make = make;
    this.shared = shared;
  }

  @Override
  public EventNeurons events(ExactBlock block) {
    return make.apply(block);
  }

  @Override
  public BinNeurons bins(ExactBlock block) {
    return make.apply(block);
  }

  @Override
  public boolean hasBins() {
    return true;
  }

  @Override
  public List<String> sharedInBins() {
    return shared;
  }

  @Override
  public double widestBinMs(Parameters parameters) {
    double shortest = Double.POSITIVE_INFINITY;
    for (String name : shared) {
      if (name.startsWith("tau")) {
        for (int i = 0; i < (parameters.uniform(name) ? 1 : parameters.size()); i++) {
          shortest = Math.min(shortest, parameters.of(name, i));
        }
      }
    }
    return 0.5 * shortest;
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    for (int i = 0; i < parameters.size() && this != EXPONENTIAL; i++) {
      if (parameters.of("V_min", i) > Double.NEGATIVE_INFINITY) {
        problem.accept("V_min: exact time has no lower bound of the potential, got " + parameters.of("V_min", i)
            + "; leave it out");
        return;
      }
    }
  }
}
