package ranvier.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Network;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

/**
 * The rules that a description must meet for the installed models and the time step; those that need neither are in
 * {@link ranvier.engine.network.Structure}. A description that breaks the rules of the structure can be checked too.
 *
 * <p>Delays on the grid: constants and lists must be at least dt, and are rounded to the nearest step. A random
 * distribution may reach below dt, since its draws are rounded and last at least one step, but not lie below dt / 2
 * altogether. No delay may be longer than {@value #MOST_STEPS} steps. In exact time a delay may be as short as 0, but
 * no distribution may reach below.
 */
public final class NetworkCheck {
  /** Longest delay on the grid, in steps. */
  public static final int MOST_STEPS = (1 << 16) - 1;

  /** Most populations on the grid: each takes at least 16 of the 2^16 places in a block. */
  static final int MOST_POPULATIONS = 1 << 12;

  /** The last quantile that the tables of distributions hold. */
  private static final double LAST_QUANTILE = 1 - 0x1p-17;
  private static final double RELATIVE_SLACK = 1e-9;
  private static final double GRID_SLACK = 1e-6;

  private final Network network;
  private final Models models;
  private final double dtMs;
  private final boolean exact;
  private final Paths paths;
  private final List<Problem> problems = new ArrayList<>();

  private NetworkCheck(Network network, Models models, double dtMs, boolean exact, Paths paths) {
    this.network = network;
    this.models = models;
    this.dtMs = dtMs;
    this.exact = exact;
    this.paths = paths;
  }

  /** Everything that is wrong, told by name; empty if nothing is. */
  public static List<Problem> problems(Network network, Models models, double dtMs, boolean exact) {
    return problems(network, models, dtMs, exact, Paths.byName(network));
  }

  /**
   * Everything that is wrong; empty if nothing is.
   *
   * @param exact whether spike times are real numbers, so that no delay is too short for the step
   */
  public static List<Problem> problems(Network network, Models models, double dtMs, boolean exact, Paths paths) {
    NetworkCheck check = new NetworkCheck(network, models, dtMs, exact, paths);
    check.all();
    return check.problems;
  }

  private void all() {
    boolean isStep = dtMs > 0 && Double.isFinite(dtMs);
    if (!isStep) {
      problem("dt_ms", "the time step must be finite and positive, got " + dtMs + " ms");
    }
    if (!exact && network.populations().size() > MOST_POPULATIONS) {
      problem("populations", "at most " + MOST_POPULATIONS + " populations on a grid, got "
          + network.populations().size() + "; join those of one model, parameters may be lists");
    }
    for (int i = 0; i < network.populations().size(); i++) {
      population(paths.population(i), network.populations().get(i));
    }
    for (int i = 0; i < network.projections().size(); i++) {
      Projection p = network.projections().get(i);
      synapse(paths.projection(i), p);
      if (p.delayMs().problem() == null) {
        if (exact) {
          exactDelay(paths.projection(i) + ".delay_ms", p.delayMs());
        } else if (isStep) {
          delay(paths.projection(i) + ".delay_ms", p.delayMs());
        }
      }
    }
    for (int i = 0; i < network.stimuli().size(); i++) {
      if (isStep && network.stimuli().get(i) instanceof Stimulus.Noise n) {
        atLeastOneStep(paths.stimulus(i) + ".interval_ms", n.intervalMs());
      }
    }
    for (int i = 0; i < network.probes().size(); i++) {
      probe(paths.probe(i), network.probes().get(i), isStep);
    }
  }

  private void population(String path, Population p) {
    NeuronModel model = models.neurons().get(p.model());
    if (model == null) {
      problem(path + ".model", "there is no neuron model " + p.model()
          + Nearest.suggestion(p.model(), models.neurons().keySet()));
      return;
    }
    ModelDescription description = model.description();
    boolean sound = parameters(path + ".parameters", description, p.parameters());
    p.initial().forEach((name, values) -> initial(Paths.at(path + ".initial", name), description, name));
    boolean fits = p.parameters().values().stream()
        .allMatch(d -> !(d instanceof Distribution.Listed list) || list.values().length == p.size());
    ExactTime exactTime = exact ? model.exactTime() : null;
    if (exact && exactTime == null) {
      problem(path + ".model", p.model() + " runs on a grid only; use timing grid or another model");
    }
    if (sound && fits) {
      Set<String> violations = new LinkedHashSet<>();
      Parameters typical = new TypicalParameters(description, p.parameters(), p.size());
      model.check(typical, violations::add);
      if (exactTime != null) {
        exactTime.check(typical, violations::add);
      }
      violations.forEach(v -> violation(path + ".parameters", description, v));
    }
  }

  /** Files what a model says as "parameter: message" under that parameter. */
  private void violation(String path, ModelDescription model, String violation) {
    int colon = violation.indexOf(": ");
    String parameter = colon < 0 ? "" : violation.substring(0, colon);
    if (model.parameter(parameter) == null) {
      problem(path, violation);
    } else {
      problem(Paths.at(path, parameter), violation.substring(colon + 2));
    }
  }

  private void initial(String path, ModelDescription model, String name) {
    List<String> settable = model.variables().stream().filter(VariableSpec::settable).map(VariableSpec::name).toList();
    VariableSpec variable = model.variable(name);
    if (variable == null) {
      problem(path, model.name() + " has no state variable " + name + Nearest.suggestion(name, settable));
    } else if (!variable.settable()) {
      problem(path, name + " cannot be given an initial value; " + model.name() + " takes "
          + (settable.isEmpty() ? "none" : String.join(", ", settable)));
    }
  }

  private void synapse(String path, Projection p) {
    if (p.storage() == Storage.PROCEDURAL) {
      procedural(path, p);
    }
    SynapseModel model = models.synapses().get(p.synapse());
    if (model == null) {
      problem(path + ".synapse", "there is no synapse model " + p.synapse()
          + Nearest.suggestion(p.synapse(), models.synapses().keySet()));
    } else {
      boolean sound = parameters(path + ".parameters", model.description(), p.parameters());
      if (model.plastic()) {
        if (sound) {
          Set<String> violations = new LinkedHashSet<>();
          int listed = p.rule() instanceof Rule.Explicit e ? e.sources().length : 1;
          model.check(new TypicalParameters(model.description(), p.parameters(), listed), violations::add);
          violations.forEach(v -> violation(path + ".parameters", model.description(), v));
        }
        plastic(path, p, model);
      }
    }
  }

  private void procedural(String path, Projection p) {
    String where = path + ".storage";
    if (exact) {
      problem(where, "procedural rows are for the grid; leave storage out in exact time");
    }
    if (p.rule() instanceof Rule.FixedInDegree || p.rule() instanceof Rule.Explicit) {
      problem(where, "procedural needs a rule that draws targets source by source; use fixed_total_number,"
          + " fixed_out_degree, pairwise_bernoulli, all_to_all or one_to_one");
    }
    if (p.weight() instanceof Distribution.Listed || p.delayMs() instanceof Distribution.Listed) {
      problem(where, "procedural needs weights and delays that are constant or drawn, not listed");
    }
    SynapseModel model = models.synapses().get(p.synapse());
    if (model != null && model.plastic()) {
      problem(where, p.synapse() + " is plastic, and rows that are drawn again cannot change; use single or double");
    }
  }

  private void plastic(String path, Projection p, SynapseModel model) {
    for (String option : PlasticOptions.names()) {
      Distribution given = p.parameters().get(option);
      if (given != null && !given.isConstant()) {
        problem(Paths.at(path + ".parameters", option), "must be one number for the whole projection");
      }
    }
    if (p.storage() == Storage.FIXED16) {
      problem(path + ".storage", "weights that change cannot be kept in fixed point; use single or double");
    }
    if (model.needsModulator() && p.modulator().isEmpty()) {
      problem(path + ".modulator", p.synapse() + " needs the name of the population whose spikes modulate it");
    }
    Population target = network.population(p.target());
    NeuronModel neuron = target == null ? null : models.neurons().get(target.model());
    for (String variable : model.postVariables()) {
      if (exact) {
        problem(path + ".synapse", p.synapse() + " looks at " + variable + " of its targets at every time step;"
            + " use timing grid");
      } else if (neuron != null && neuron.description().variable(variable) == null) {
        problem(path + ".synapse", p.synapse() + " needs a target with the state variable " + variable + ", which "
            + target.model() + " does not have");
      }
    }
  }

  private boolean parameters(String path, ModelDescription model, Map<String, Distribution> given) {
    int before = problems.size();
    boolean sound = true;
    for (Map.Entry<String, Distribution> entry : given.entrySet()) {
      String at = Paths.at(path, entry.getKey());
      ParameterSpec spec = model.parameter(entry.getKey());
      if (spec == null) {
        problem(at, model.name() + " has no parameter " + entry.getKey() + Nearest.suggestion(entry.getKey(),
            model.parameters().stream().map(ParameterSpec::name).toList()));
      } else if (entry.getValue().problem() != null) {
        sound = false;
      } else {
        range(at, spec, entry.getValue());
      }
    }
    return sound && problems.size() == before;
  }

  private void range(String path, ParameterSpec spec, Distribution values) {
    switch (values) {
      case Distribution.Constant c -> {
        if (!spec.range().accepts(c.constant())) {
          outside(path, spec, "got " + c.constant());
        }
      }
      case Distribution.Listed list -> {
        for (int k = 0; k < list.values().length; k++) {
          if (!spec.range().accepts(list.values()[k])) {
            outside(Paths.at(path, k), spec, "got " + list.values()[k]);
            return;
          }
        }
      }
      default -> {
        if (spec.range() == ParameterSpec.Range.BOOLEAN) {
          outside(path, spec, "got a random distribution");
        } else if (!spec.range().accepts(lowest(values)) || !spec.range().accepts(highest(values))) {
          outside(path, spec, "but the distribution reaches from " + values.min() + " to " + values.max());
        }
      }
    }
  }

  /** The smallest number that can be drawn; draws are finite, and a lognormal one never is 0. */
  private static double lowest(Distribution values) {
    return values instanceof Distribution.LogNormal ? Double.MIN_VALUE : Math.max(values.min(), -Double.MAX_VALUE);
  }

  private static double highest(Distribution values) {
    return Math.min(values.max(), Double.MAX_VALUE);
  }

  private void outside(String path, ParameterSpec spec, String found) {
    problem(path, "must be " + spec.range() + (spec.unit().isEmpty() ? "" : " (" + spec.unit() + ")") + ", " + found);
  }

  private void delay(String path, Distribution delayMs) {
    double least = dtMs * (1 - RELATIVE_SLACK);
    switch (delayMs) {
      case Distribution.Constant c -> {
        if (c.constant() < least && c.constant() >= 0) {
          shortDelay(path, c.constant());
        } else if (isLong(c.constant())) {
          longDelay(path, c.constant());
        }
      }
      case Distribution.Listed list -> {
        for (int k = 0; k < list.values().length; k++) {
          if (list.values()[k] < least && list.values()[k] >= 0) {
            shortDelay(Paths.at(path, k), list.values()[k]);
            return;
          }
          if (isLong(list.values()[k])) {
            longDelay(Paths.at(path, k), list.values()[k]);
            return;
          }
        }
      }
      default -> {
        if (delayMs.max() < dtMs / 2 && delayMs.max() >= 0) {
          problem(path, "all delays of the distribution, at most " + delayMs.max()
              + " ms, lie below half the time step of " + dtMs + " ms; use longer delays or a smaller dt_ms");
        } else if (isLong(delayMs.value(0, LAST_QUANTILE))) {
          longDelay(path, delayMs.value(0, LAST_QUANTILE));
        }
      }
    }
  }

  private void shortDelay(String path, double delayMs) {
    problem(path, "must be at least the time step of " + dtMs + " ms, got " + delayMs
        + " ms; use a longer delay or a smaller dt_ms");
  }

  private boolean isLong(double delayMs) {
    return delayMs / dtMs > MOST_STEPS && Double.isFinite(delayMs);
  }

  private void longDelay(String path, double delayMs) {
    problem(path, "must be at most " + MOST_STEPS + " time steps of " + dtMs + " ms, got " + delayMs
        + " ms; use shorter delays or a larger dt_ms");
  }

  private void exactDelay(String path, Distribution delayMs) {
    if (delayMs.min() == Double.NEGATIVE_INFINITY && delayMs.max() >= 0) {
      problem(path, "draws must not be negative in exact time; give the distribution a lower bound (redraw or clip)");
    }
  }

  private void atLeastOneStep(String path, double intervalMs) {
    if (intervalMs > 0 && intervalMs < dtMs * (1 - RELATIVE_SLACK)) {
      problem(path, "must be at least the time step of " + dtMs + " ms, got " + intervalMs + " ms");
    }
  }

  private void probe(String path, Probe p, boolean isStep) {
    Population population = network.population(p.population());
    NeuronModel model = population == null ? null : models.neurons().get(population.model());
    for (int k = 0; model != null && k < p.variables().size(); k++) {
      String name = p.variables().get(k);
      if (model.description().variable(name) == null) {
        problem(Paths.at(path + ".variables", k), population.model() + " has no state variable " + name
            + Nearest.suggestion(name, model.description().variables().stream().map(VariableSpec::name).toList()));
      }
    }
    if (isStep && p.intervalMs() > 0 && Double.isFinite(p.intervalMs())) {
      double steps = p.intervalMs() / dtMs;
      if (steps < 1 - RELATIVE_SLACK || Math.abs(steps - Math.rint(steps)) > GRID_SLACK) {
        problem(path + ".interval_ms", "must be a multiple of the time step of " + dtMs + " ms, got " + p.intervalMs()
            + " ms");
      }
    }
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
