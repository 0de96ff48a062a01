package ranvier.engine.network;

/** The rules for projections, whatever the models and the time step. */
final class ProjectionRules {
  /** Sources chosen by targets are sorted in one array. */
  private static final long LARGEST_SORTED = Integer.MAX_VALUE - 16;

  private final Structure structure;

  ProjectionRules(Structure structure) {
    this.structure = structure;
  }

  void check(String path, String rulePath, Projection p) {
    int sources = structure.sourceSize(path + ".source", p.source());
    int targets = structure.populationSize(path + ".target", p.target());
    if (!p.modulator().isEmpty()) {
      structure.sourceSize(path + ".modulator", p.modulator());
    }
    rule(rulePath, p, sources, targets);
    int listed = p.rule() instanceof Rule.Explicit e
        ? Math.max(e.sources().length, e.targets().length) : Structure.NONE;
    structure.values(path + ".weight", p.weight(), listed);
    structure.finite(path + ".weight", p.weight());
    structure.values(path + ".delay_ms", p.delayMs(), listed);
    delay(path + ".delay_ms", p.delayMs());
    p.parameters().forEach((key, values) -> structure.values(Paths.at(path + ".parameters", key), values, listed));
  }

  private void delay(String path, Distribution delayMs) {
    if (delayMs.problem() != null) {
      return;
    }
    if (delayMs instanceof Distribution.Listed list) {
      for (int k = 0; k < list.values().length; k++) {
        if (list.values()[k] < 0) {
          structure.problem(Paths.at(path, k), "must not be negative, got " + list.values()[k]);
          return;
        }
      }
    } else if (delayMs.max() < 0 || (delayMs.min() < 0 && delayMs.min() != Double.NEGATIVE_INFINITY)) {
      structure.problem(path, "must not be negative, got "
          + (delayMs.max() < 0 ? delayMs.max() : delayMs.min()));
      return;
    }
    structure.finite(path, delayMs);
  }

  private void rule(String path, Projection p, int sources, int targets) {
    boolean same = p.source().equals(p.target());
    switch (p.rule()) {
      case Rule.OneToOne r -> {
        if (sources > 0 && targets > 0 && sources != targets) {
          structure.problem(path, "one-to-one needs equal sizes, got " + sources + " and " + targets);
        }
      }
      case Rule.AllToAll r -> { }
      case Rule.FixedInDegree r -> {
        degree(path + ".in_degree", r.inDegree(), sources, same && !r.autapses(), r.multapses(), "source");
        if (targets > 0 && (long) r.inDegree() * targets > LARGEST_SORTED) {
          structure.problem(path + ".in_degree", "a fixed in-degree gives at most 2^31 synapses per projection, got "
              + (long) r.inDegree() * targets + "; split the target population");
        }
      }
      case Rule.FixedOutDegree r ->
          degree(path + ".out_degree", r.outDegree(), targets, same && !r.autapses(), r.multapses(), "target");
      case Rule.FixedTotalNumber r -> {
        if (r.number() < 0) {
          structure.problem(path + ".number", "must not be negative, got " + r.number());
        } else if (r.number() > 0 && same && !r.autapses() && sources == 1) {
          structure.problem(path + ".number", "a single neuron without autapses cannot be connected");
        }
      }
      case Rule.PairwiseBernoulli r -> {
        if (!(r.probability() >= 0 && r.probability() <= 1)) {
          structure.problem(path + ".probability", "must be in [0, 1], got " + r.probability());
        }
      }
      case Rule.Explicit r -> {
        if (r.sources().length != r.targets().length) {
          structure.problem(path, "sources and targets must be of equal length, got " + r.sources().length + " and "
              + r.targets().length);
        }
        indices(path + ".sources", r.sources(), sources);
        indices(path + ".targets", r.targets(), targets);
      }
    }
  }

  private void degree(String path, int degree, int size, boolean excludeSelf, boolean multapses, String what) {
    if (degree < 0) {
      structure.problem(path, "must not be negative, got " + degree);
    }
    if (size < 1) {
      return;
    }
    int available = size - (excludeSelf ? 1 : 0);
    if (degree > 0 && available < 1) {
      structure.problem(path, "there is no " + what + " to choose from");
    } else if (!multapses && degree > available) {
      structure.problem(path, "must not exceed the " + available + " " + what
          + "s available without multapses, got " + degree);
    }
  }

  private void indices(String path, int[] indices, int size) {
    for (int k = 0; k < indices.length; k++) {
      if (indices[k] < 0 || (size > 0 && indices[k] >= size)) {
        structure.problem(Paths.at(path, k), "must be " + (size > 0 ? "in 0.." + (size - 1) : "at least 0") + ", got "
            + indices[k]);
        return;
      }
    }
  }
}
