package ranvier.engine.plasticity;

import java.util.Arrays;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.SynapseRow;

/** Builds the table of one worker: reads all rows of a projection and keeps its part, sorted into pieces. */
public final class PlasticRows {
  /** What the kernel makes of a synapse. */
  public interface Placement {
    /** Index of a target at this worker; negative if another one owns it. */
    int place(int target);

    /** Receptor or channel for a weight. */
    int receptor(double weight);

    /** Delay as the kernel keeps it, in ms. */
    double delayMs(double drawnMs);

    /** Delay in steps; 0 in exact time. */
    int delaySteps(double drawnMs);

    /** Number of indices of targets. */
    int places();

    /** Time step in ms; NaN in exact time. */
    double dtMs();

    /** Spikes nearer than this are simultaneous. */
    double toleranceMs();

    /** When vector code takes over. */
    VectorGate vectorGate();
  }

  private final PlasticProjection of;
  private final Placement placement;
  private final RowReader reader;
  private final RowOrder order = new RowOrder();
  /** The row being sorted, in the order of its reader. */
  private int[] places = new int[256];
  private int[] rowElements = new int[256];
  private int[] rowClasses = new int[256];
  private int[] rowReceptors = new int[256];
  private int[] rowSteps = new int[256];
  private double[] rowDelays = new double[256];
  private double[] rowWeights = new double[256];
  private double[] ordered = new double[256];
  /** All synapses; those arrays that are not needed are missing. */
  private char[] narrowTargets;
  private int[] wideTargets;
  private int[] elements;
  private Column weights;
  private int synapses;
  private int[] starts = new int[256];
  private double[] delays = new double[256];
  private int[] steps = new int[256];
  private byte[] receptors = new byte[256];
  private int[] classes = new int[256];
  private int pieces;

  /** For one worker. */
  public PlasticRows(PlasticProjection of, Placement placement) {
    this.of = of;
    this.placement = placement;
    reader = of.rows().reader();
  }

  /** Builds the table. Rows are read twice, so that nothing has to grow which has a number per synapse. */
  public PlasticTable build() {
    allocate(count());
    int sources = of.rows().sourceSize();
    int[] first = new int[sources + 1];
    for (int s = 0; s < sources; s++) {
      int count = read(s);
      order.start(count);
      order.by(rowElements);
      order.by(places);
      order.by(rowDelays);
      order.by(rowReceptors);
      order.by(rowClasses);
      append(count);
      first[s + 1] = pieces;
    }
    starts = Arrays.copyOf(starts, pieces + 1);
    starts[pieces] = synapses;
    PieceList list = new PieceList(first, starts, Arrays.copyOf(delays, pieces), Arrays.copyOf(steps, pieces),
        Arrays.copyOf(receptors, pieces), Arrays.copyOf(classes, pieces), narrowTargets, wideTargets, elements);
    return new PlasticTable(of, list, weights, placement);
  }

  private int count() {
    long count = 0;
    for (int s = 0; s < of.rows().sourceSize(); s++) {
      int length = reader.read(s);
      int[] targets = reader.targets();
      for (int k = 0; k < length; k++) {
        count += placement.place(targets[k]) >= 0 ? 1 : 0;
      }
    }
    if (count > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("projection " + of.projection().name() + ": a worker has more than 2^31"
          + " plastic synapses; use more threads");
    }
    return (int) count;
  }

  private void allocate(int count) {
    boolean narrow = placement.places() <= 1 << 16;
    narrowTargets = narrow ? new char[count] : null;
    wideTargets = narrow ? null : new int[count];
    elements = of.listed() ? new int[count] : null;
    weights = of.listed() || !of.projection().weight().isConstant() ? Column.of(count, of.single()) : null;
  }

  /** Reads what this worker has of a row; returns the number of synapses. */
  private int read(int source) {
    int length = reader.read(source);
    ensure(length);
    int count = 0;
    for (int k = 0; k < length; k++) {
      int place = placement.place(reader.targets()[k]);
      if (place >= 0) {
        double weight = reader.weight(k);
        double drawn = reader.delayMs(k);
        places[count] = place;
        rowElements[count] = reader.element(k);
        rowClasses[count] = of.classOf(source, k);
        rowReceptors[count] = placement.receptor(weight);
        rowDelays[count] = placement.delayMs(drawn);
        rowSteps[count] = placement.delaySteps(drawn);
        rowWeights[count++] = weight;
      }
    }
    return count;
  }

  private void ensure(int length) {
    if (length > places.length) {
      int size = Math.max(length, 2 * places.length);
      places = new int[size];
      rowElements = new int[size];
      rowClasses = new int[size];
      rowReceptors = new int[size];
      rowSteps = new int[size];
      rowDelays = new double[size];
      rowWeights = new double[size];
      ordered = new double[size];
    }
  }

  private void append(int count) {
    int begin = synapses;
    int from = synapses;
    for (int k = 0; k < count; k++, synapses++) {
      int d = order.at(k);
      if (k == 0 || !areAlike(d, order.at(k - 1)) || synapses - begin == SynapseRow.MOST) {
        begin = synapses;
        piece(d);
      }
      if (narrowTargets != null) {
        narrowTargets[synapses] = (char) places[d];
      } else {
        wideTargets[synapses] = places[d];
      }
      if (elements != null) {
        elements[synapses] = rowElements[d];
      }
      ordered[k] = rowWeights[d];
    }
    if (weights != null) {
      weights.store(from, count, ordered);
    }
  }

  /** Whether two synapses of a row may be in one piece. */
  private boolean areAlike(int a, int b) {
    return rowClasses[a] == rowClasses[b] && rowReceptors[a] == rowReceptors[b] && rowDelays[a] == rowDelays[b];
  }

  private void piece(int d) {
    if (pieces == delays.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      delays = Arrays.copyOf(delays, 2 * pieces);
      steps = Arrays.copyOf(steps, 2 * pieces);
      receptors = Arrays.copyOf(receptors, 2 * pieces);
      classes = Arrays.copyOf(classes, 2 * pieces);
    }
    starts[pieces] = synapses;
    delays[pieces] = rowDelays[d];
    steps[pieces] = rowSteps[d];
    receptors[pieces] = (byte) rowReceptors[d];
    classes[pieces++] = rowClasses[d];
  }
}
