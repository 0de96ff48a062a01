package ranvier.synapses;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import ranvier.engine.math.Power;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.SynapseBlock;

/**
 * How far a pairing of strength k changes a weight, in the two families of the literature. With x = w / Wmax, which is
 * why weights and Wmax must have the same sign,
 * <pre>
 *   bounded    x += lambda (1 - x)^mu_plus k, at most 1      x -= alpha lambda x^mu_minus k, at least 0
 *   power law  w += lambda w^mu k                            w -= alpha lambda w k, at least 0
 * </pre>
 * where 0^0 = 1. Sources: Guetig, Aharonov, Rotter, Sompolinsky (2003), doi:10.1523/JNEUROSCI.23-09-03697.2003;
 * Morrison, Aertsen, Diesmann (2007), doi:10.1162/neco.2007.19.6.1437.
 */
final class WeightChange {
  private enum Form { ADDITIVE, MULTIPLICATIVE, BOUNDED, POWER_LAW }

  private final Form form;
  private final double up;
  private final double down;
  private final double highest;
  private final double muPlus;
  private final double muMinus;

  private WeightChange(Form form, double up, double down, double highest, double muPlus, double muMinus) {
    this.form = form;
    this.up = up;
    this.down = down;
    this.highest = highest;
    this.muPlus = muPlus;
    this.muMinus = muMinus;
  }

  static WeightChange bounded(SynapseBlock b) {
    double plus = b.parameter("mu_plus");
    double minus = b.parameter("mu_minus");
    Form form = plus == 0 && minus == 0 ? Form.ADDITIVE : plus == 1 && minus == 1 ? Form.MULTIPLICATIVE : Form.BOUNDED;
    double highest = b.parameter("Wmax");
    double scale = form == Form.ADDITIVE ? Math.abs(highest) : 1.0;
    return new WeightChange(form, b.parameter("lambda") * scale, b.parameter("alpha") * b.parameter("lambda") * scale,
        highest, plus, minus);
  }

  static WeightChange powerLaw(SynapseBlock b) {
    return new WeightChange(Form.POWER_LAW, b.parameter("lambda"), b.parameter("alpha") * b.parameter("lambda"),
        Double.POSITIVE_INFINITY, b.parameter("mu"), 1.0);
  }

  static void check(Parameters p, Consumer<String> problem) {
    for (int i = 0; i < (p.uniform("Wmax") ? 1 : p.size()); i++) {
      if (p.of("Wmax", i) == 0.0) {
        problem.accept("Wmax: must not be 0");
        return;
      }
    }
  }

  /** What no weight exceeds in the bounded family, if potentiation does not weaken nor depression strengthen. */
  static double bound(ToDoubleFunction<String> parameter, double largestWeight) {
    return parameter.applyAsDouble("lambda") >= 0 && parameter.applyAsDouble("alpha") >= 0
        ? Math.max(Math.abs(parameter.applyAsDouble("Wmax")), largestWeight) : Double.POSITIVE_INFINITY;
  }

  /** Whether weights are positive and changes additive, or multiplicative and no pairing of this strength passes 1. */
  boolean isLinear(double strongest) {
    return highest > 0 && (form == Form.ADDITIVE || form == Form.MULTIPLICATIVE && up * strongest <= 1.0);
  }

  boolean isAdditive() {
    return form == Form.ADDITIVE;
  }

  /** Step of potentiation: of the weight if additive, of its distance to the largest if multiplicative. */
  double up() {
    return up;
  }

  /** Step of depression: of the weight if additive, relative to it if multiplicative. */
  double down() {
    return down;
  }

  /** Whether {@link PowerPairs} can do it. */
  boolean isPower() {
    return highest > 0 && (form == Form.BOUNDED || form == Form.POWER_LAW);
  }

  /** What is raised in potentiation is this, */
  double from() {
    return form == Form.BOUNDED ? 1.0 : 0.0;
  }

  /** less this times the weight. */
  double slope() {
    return form == Form.BOUNDED ? 1.0 / highest : -1.0;
  }

  /** Exponent of potentiation. */
  double muPlus() {
    return muPlus;
  }

  /** Exponent of depression. */
  double muMinus() {
    return muMinus;
  }

  /** Step of potentiation where {@link #isPower}. */
  double gain() {
    return up * unit();
  }

  /** Step of depression where {@link #isPower}. */
  double loss() {
    return down * unit();
  }

  /** The weight that is 1 in the equations. */
  double unit() {
    return form == Form.BOUNDED ? highest : 1.0;
  }

  /** The largest weight. */
  double highest() {
    return highest;
  }

  double facilitate(double w, double k) {
    return switch (form) {
      case ADDITIVE -> highest > 0 ? Math.min(w + up * k, highest) : Math.max(w - up * k, highest);
      case MULTIPLICATIVE -> clip(w + up * (highest - w) * k);
      case BOUNDED -> highest * Math.min(1.0, w / highest + up * Power.of(1.0 - w / highest, muPlus) * k);
      case POWER_LAW -> w + up * Power.of(w, muPlus) * k;
    };
  }

  double depress(double w, double k) {
    return switch (form) {
      case ADDITIVE -> highest > 0 ? Math.max(w - down * k, 0.0) : Math.min(w + down * k, 0.0);
      case MULTIPLICATIVE -> clip(w - down * w * k);
      case BOUNDED -> highest * Math.max(0.0, w / highest - down * Power.of(w / highest, muMinus) * k);
      case POWER_LAW -> Math.max(0.0, w - down * w * k);
    };
  }

  private double clip(double w) {
    return highest > 0 ? Math.max(0.0, Math.min(w, highest)) : Math.min(0.0, Math.max(w, highest));
  }
}
