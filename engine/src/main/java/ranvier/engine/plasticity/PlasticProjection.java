package ranvier.engine.plasticity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.connectivity.Parallel;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.model.Models;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * A projection of plastic synapses, for all workers: its rows, its model, and which synapses have equal parameters.
 * Immutable once built.
 */
public final class PlasticProjection {
  private final Network network;
  private final int number;
  private final Projection projection;
  private final SynapseModel model;
  private final ProjectionRows rows;
  private final boolean single;
  /** Per set of equal parameters its values, in the order of the model's parameters. */
  private final List<double[]> classes = new ArrayList<>();
  /** Class of every synapse, rows one after another; null if there is one class. */
  private int[] classOf;
  private int[] rowStart;

  /**
   * Draws what is not drawn row by row.
   *
   * @param single whether weights are in single precision where the description leaves it to the engine
   */
  public PlasticProjection(Network network, int number, Models models, boolean single, long seed, int threads) {
    this.network = network;
    this.number = number;
    projection = network.projections().get(number);
    this.single = storage(projection, single) == Storage.SINGLE;
    model = models.synapses().get(projection.synapse());
    rows = ProjectionRows.of(network, number, seed, new Parallel(threads));
    classify(seed);
  }

  /** All plastic projections of a network, in their order. */
  public static List<PlasticProjection> of(Network network, Models models, boolean single, long seed, int threads) {
    List<PlasticProjection> all = new ArrayList<>();
    for (int j = 0; j < network.projections().size(); j++) {
      if (isPlastic(network.projections().get(j), models)) {
        all.add(new PlasticProjection(network, j, models, single, seed, threads));
      }
    }
    return all;
  }

  /** Whether a projection has plastic synapses. */
  public static boolean isPlastic(Projection projection, Models models) {
    SynapseModel model = models.synapses().get(projection.synapse());
    return model != null && model.plastic();
  }

  /**
   * How the weights of a plastic projection are kept.
   *
   * @param single whether they are in single precision where the description leaves it to the engine
   */
  public static Storage storage(Projection projection, boolean single) {
    boolean isSingle = projection.storage() == Storage.SINGLE || single && projection.storage() == Storage.AUTO;
    return isSingle ? Storage.SINGLE : Storage.DOUBLE;
  }

  private void classify(long seed) {
    List<ParameterSpec> specs = model.description().parameters();
    Distribution[] given = new Distribution[specs.size()];
    boolean uniform = true;
    for (int p = 0; p < given.length; p++) {
      given[p] = projection.parameters().getOrDefault(specs.get(p).name(),
          Distribution.constant(specs.get(p).defaultValue()));
      uniform &= given[p].isConstant();
    }
    if (uniform) {
      double[] values = new double[given.length];
      for (int p = 0; p < values.length; p++) {
        values[p] = given[p].min();
      }
      classes.add(values);
      return;
    }
    Philox random = new Philox(seed, Purpose.SYNAPSE, number);
    Map<List<Double>, Integer> known = new HashMap<>();
    RowReader reader = rows.reader();
    rowStart = new int[rows.sourceSize() + 1];
    int[] found = new int[1024];
    int n = 0;
    for (int source = 0; source < rows.sourceSize(); source++) {
      int length = reader.read(source);
      for (int k = 0; k < length; k++) {
        List<Double> values = new ArrayList<>();
        for (int p = 0; p < given.length; p++) {
          values.add(given[p].isConstant() ? given[p].min()
              : given[p].value(reader.element(k), random.uniform((long) source << 32 | k, p)));
        }
        Integer id = known.get(values);
        if (id == null) {
          id = known.size();
          known.put(values, id);
          classes.add(values.stream().mapToDouble(Double::doubleValue).toArray());
        }
        found = n == found.length ? java.util.Arrays.copyOf(found, 2 * n) : found;
        found[n++] = id;
      }
      rowStart[source + 1] = n;
    }
    classOf = java.util.Arrays.copyOf(found, n);
    if (n == 0) {
      classes.add(specs.stream().mapToDouble(ParameterSpec::defaultValue).toArray());
    }
  }

  /** Number of sets of equal parameters. */
  int classes() {
    return classes.size();
  }

  /** Class of synapse k of a row. */
  int classOf(int source, int k) {
    return classOf == null ? 0 : classOf[rowStart[source] + k];
  }

  /** A parameter of a class. */
  double parameter(int ofClass, String name) {
    List<ParameterSpec> specs = model.description().parameters();
    for (int p = 0; p < specs.size(); p++) {
      if (specs.get(p).name().equals(name)) {
        return classes.get(ofClass)[p];
      }
    }
    throw new IllegalArgumentException("synapse model " + model.description().name() + " has no parameter " + name);
  }

  /** One of {@link PlasticOptions}, the same for all synapses; the default if the model does not list it. */
  double option(String name, double otherwise) {
    return model.description().parameter(name) == null ? otherwise : parameter(0, name);
  }

  /** Position in the network. */
  public int number() {
    return number;
  }

  /** The description. */
  public Projection projection() {
    return projection;
  }

  /** The synapse model. */
  public SynapseModel model() {
    return model;
  }

  /** The synapses. */
  public ProjectionRows rows() {
    return rows;
  }

  /** Whether weights and columns are in single precision. */
  public boolean single() {
    return single;
  }

  /** Whether every synapse has a number in the description. */
  boolean listed() {
    return projection.rule() instanceof Rule.Explicit;
  }

  /** Delay from the modulating population in ms. */
  public double modulatorDelayMs() {
    return option(PlasticOptions.MODULATOR_DELAY, 0.0);
  }

  /** Number of elements of a population or of spike trains. */
  int sizeOf(String name) {
    return network.sizeOf(name);
  }
}
