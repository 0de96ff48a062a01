package ranvier.neurons.exact;

import java.util.function.Consumer;
import java.util.function.Function;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.Parameters;

/** Neurons without closed form in exact time: integrated from event to event, by the strict kernel only. */
public enum ExactOde implements ExactTime {
  /** Leaky, conductance-based ({@code iaf_cond_exp}). */
  CONDUCTANCE(block -> new ConductanceNeurons(block, false)),
  /** Adaptive exponential, conductance-based ({@code aeif_cond_exp}). */
  ADAPTIVE_EXPONENTIAL(block -> new ConductanceNeurons(block, true)),
  /** Izhikevich's ({@code izhikevich}), as a differential equation. */
  IZHIKEVICH(IzhikevichNeurons::new);

  private final Function<ExactBlock, EventNeurons> make;

  ExactOde(Function<ExactBlock, EventNeurons> make) {
    this.make = make;
  }

  @Override
  public EventNeurons events(ExactBlock block) {
    return make.apply(block);
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    if (this != IZHIKEVICH) {
      return;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.of("V_min", i) > Double.NEGATIVE_INFINITY) {
        problem.accept("V_min: exact time has no lower bound of the potential, got " + parameters.of("V_min", i)
            + "; leave it out");
        return;
      }
    }
  }
}
