package ranvier.scenarios.vogelsabbott;

import java.util.Arrays;
import java.util.Locale;
import ranvier.engine.network.Network.PopulationBuilder;

/**
 * What a spike does to its target: neuron model, constants, and the activity to expect. The latter was found by a
 * separate program in two networks over 1.2 s, and again by another one in six over 2 s. The tolerance of the rate, 10
 * or 20 %, is many standard deviations between networks (1 % here), which leaves room for the integration of
 * conductances and for other steps; that of the CV holds from 1.2 to 2 s, since it grows with the run: short runs cut
 * off long intervals.
 */
enum SynapseKind {
  /**
   * Exponential currents (pA); the resting potential lies above the threshold, so that every neuron fires by itself.
   */
  CUBA("iaf_psc_exp", 16.2, -139.5, 0.1, -60.0, 4.1, 0.10, 0.72, 0.08) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("tau_m", 20).set("E_L", -49).set("tau_syn_ex", 5).set("tau_syn_in", 10);
    }
  },
  /**
   * Exponential conductances (nS). Initial potentials reach down to -70 mV: if they start at -60 mV, one network in
   * four falls silent after the kick, so one in fifteen.
   */
  COBA("iaf_cond_exp", 6.0, -67.0, 0.1, -70.0, 13.8, 0.20, 1.5, 0.15) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("g_L", 10).set("E_L", -60).set("E_ex", 0).set("E_in", -80).set("tau_syn_ex", 5)
          .set("tau_syn_in", 10);
    }
  },
  /** Jumps of the membrane potential (mV); resting potential as with currents. */
  DELTA("iaf_psc_delta", 0.25, -2.25, 0.125, -60.0, 9.5, 0.10, 0.47, 0.05) {
    @Override
    void parameters(PopulationBuilder p) {
      p.set("C_m", 200).set("tau_m", 20).set("E_L", -49);
    }
  };

  private final String model;
  private final double excitatoryWeight;
  private final double inhibitoryWeight;
  private final double delayMs;
  private final double lowestStartMv;
  private final double rateHz;
  private final double rateTolerance;
  private final double cv;
  private final double cvTolerance;

  SynapseKind(String model, double excitatoryWeight, double inhibitoryWeight, double delayMs, double lowestStartMv,
      double rateHz, double rateTolerance, double cv, double cvTolerance) {
    this.model = model;
    this.excitatoryWeight = excitatoryWeight;
    this.inhibitoryWeight = inhibitoryWeight;
    this.delayMs = delayMs;
    this.lowestStartMv = lowestStartMv;
    this.rateHz = rateHz;
    this.rateTolerance = rateTolerance;
    this.cv = cv;
    this.cvTolerance = cvTolerance;
  }

  /** Sets the parameters that differ between the kinds. */
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
    return name().toLowerCase(Locale.ROOT);
  }

  String model() {
    return model;
  }

  double excitatoryWeight() {
    return excitatoryWeight;
  }

  /** Negative. */
  double inhibitoryWeight() {
    return inhibitoryWeight;
  }

  double delayMs() {
    return delayMs;
  }

  /** Initial potentials are uniform from here to the threshold. */
  double lowestStartMv() {
    return lowestStartMv;
  }

  /** Expected mean rate. */
  double rateHz() {
    return rateHz;
  }

  /** Relative. */
  double rateTolerance() {
    return rateTolerance;
  }

  /** Expected CV of interspike intervals in a run of 1.2 to 2 s. */
  double cv() {
    return cv;
  }

  /** Absolute. */
  double cvTolerance() {
    return cvTolerance;
  }
}
