package ranvier.scenarios.vogelsabbott;

import java.util.Arrays;
import ranvier.engine.network.Network.PopulationBuilder;

/** What a spike does to its target, with the neuron model and the constants that belong to it. */
enum SynapseKind {
  /** Exponential currents; the resting potential lies above the threshold, so that every neuron fires by itself. */
  CUBA("iaf_psc_exp", 16.2, -139.5, 0.1) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("tau_m", 20).set("E_L", -49).set("tau_syn_ex", 5).set("tau_syn_in", 10);
    }
  },
  /** Exponential conductances. */
  COBA("iaf_cond_exp", 6.0, -67.0, 0.1) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("g_L", 10).set("E_L", -60).set("E_ex", 0).set("E_in", -80).set("tau_syn_ex", 5)
          .set("tau_syn_in", 10);
    }
  },
  /** Jumps of the membrane potential; resting potential as with currents. */
  DELTA("iaf_psc_delta", 0.25, -2.25, 0.125) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("tau_m", 20).set("E_L", -49);
    }
  };

  private final String model;
  private final double excitatoryWeight;
  private final double inhibitoryWeight;
  private final double delayMs;

  SynapseKind(String model, double excitatoryWeight, double inhibitoryWeight, double delayMs) {
    this.model = model;
    this.excitatoryWeight = excitatoryWeight;
    this.inhibitoryWeight = inhibitoryWeight;
    this.delayMs = delayMs;
  }

  abstract void parameters(PopulationBuilder population);

  /** The kind as typed by users. */
  static SynapseKind typed(String text) {
    return Arrays.stream(values()).filter(k -> k.typed().equals(text)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("synapses must be one of " + String.join(", ", names()) + ", got " + text));
  }

  static String[] names() {
    return Arrays.stream(values()).map(SynapseKind::typed).toArray(String[]::new);
  }

  String typed() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String model() {
    return model;
  }

  /** In pA, nS or mV. */
  double excitatoryWeight() {
    return excitatoryWeight;
  }

  /** In pA, nS or mV, negative. */
  double inhibitoryWeight() {
    return inhibitoryWeight;
  }

  double delayMs() {
    return delayMs;
  }
}
