package ranvier.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters that every plastic synapse model takes, whatever its rule; the kernel sees to them. They hold for a whole
 * projection, so they are single numbers.
 */
public final class PlasticOptions {
  /** Whether spikes reach the target; otherwise the synapse only learns. */
  public static final String TRANSMITS = "transmits";

  /** Which part of the delay lies before the synapse. */
  public static final String AXONAL_FRACTION = "axonal_fraction";

  /** What the weights onto each neuron are scaled to add up to; 0: they are not. */
  public static final String NORMALIZE_TO = "normalize_to";

  /** How often. */
  public static final String NORMALIZE_EVERY = "normalize_every";

  /** Delay from the modulating population to the synapses. */
  public static final String MODULATOR_DELAY = "modulator_delay";

  private static final List<ParameterSpec> SPECS = List.of(
      new ParameterSpec(TRANSMITS, "", 1, ParameterSpec.Range.BOOLEAN,
          "whether spikes reach the target; false: the synapse only learns"),
      new ParameterSpec(AXONAL_FRACTION, "", 0, ParameterSpec.Range.FRACTION,
          "part of the delay that lies before the synapse; the rest is dendritic"),
      new ParameterSpec(NORMALIZE_TO, "", 0, ParameterSpec.Range.FINITE,
          "what the weights of the projection onto each neuron are scaled to add up to; 0: they are not"),
      new ParameterSpec(NORMALIZE_EVERY, "ms", 1000, ParameterSpec.Range.POSITIVE, "how often they are scaled"));

  private PlasticOptions() {}

  /** A rule's own parameters, and these. */
  public static List<ParameterSpec> with(ParameterSpec... own) {
    List<ParameterSpec> all = new ArrayList<>(List.of(own));
    all.addAll(SPECS);
    return all;
  }

  /** The same for rules that look at a modulating population, with the delay from there. */
  public static List<ParameterSpec> modulated(double delayMs, ParameterSpec.Range range, ParameterSpec... own) {
    List<ParameterSpec> all = with(own);
    all.add(new ParameterSpec(MODULATOR_DELAY, "ms", delayMs, range,
        "delay from the modulating population to the synapses"));
    return all;
  }

  /** Names of these parameters, which a description must give as single numbers. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(SPECS.stream().map(ParameterSpec::name).toList());
    names.add(MODULATOR_DELAY);
    return names;
  }
}
