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
  private int[] targets = new int[1024];
  private int[] elements = new int[1024];
  private double[] weights = new double[1024];
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
  }

  /** One synapse of the row being sorted. */
  private record Drawn(int ofClass, int receptor, double delayMs, int delaySteps, int target, int order,
      double weight) implements Comparable<Drawn> {
    boolean isAlike(Drawn other) {
      return ofClass == other.ofClass && receptor == other.receptor && delayMs == other.delayMs;
    }

    @Override
    public int compareTo(Drawn other) {
      int c = Integer.compare(ofClass, other.ofClass);
      c = c != 0 ? c : Integer.compare(receptor, other.receptor);
      c = c != 0 ? c : Double.compare(delayMs, other.delayMs);
      c = c != 0 ? c : Integer.compare(target, other.target);
      return c != 0 ? c : Integer.compare(order, other.order);
    }
  }

  /** Builds the table. */
  public PlasticTable build() {
    RowReader reader = of.rows().reader();
    int sources = of.rows().sourceSize();
    int[] first = new int[sources + 1];
    Drawn[] row = new Drawn[256];
    for (int s = 0; s < sources; s++) {
      int length = reader.read(s);
      int count = 0;
      for (int k = 0; k < length; k++) {
        int place = placement.place(reader.targets()[k]);
        if (place >= 0) {
          double weight = reader.weight(k);
          double drawn = reader.delayMs(k);
          row = count == row.length ? Arrays.copyOf(row, 2 * count) : row;
          row[count++] = new Drawn(of.classOf(s, k), placement.receptor(weight), placement.delayMs(drawn),
              placement.delaySteps(drawn), place, reader.element(k), weight);
        }
      }
      Arrays.sort(row, 0, count);
      append(row, count);
      first[s + 1] = pieces;
    }
    starts = Arrays.copyOf(starts, pieces + 1);
    starts[pieces] = synapses;
    PieceList list = new PieceList(first, starts, Arrays.copyOf(delays, pieces), Arrays.copyOf(steps, pieces),
        Arrays.copyOf(receptors, pieces), Arrays.copyOf(classes, pieces), Arrays.copyOf(targets, synapses),
        of.listed() ? Arrays.copyOf(elements, synapses) : null, placement.places() <= 1 << 16);
    return new PlasticTable(of, list, Arrays.copyOf(weights, synapses), placement);
  }

  private void append(Drawn[] row, int count) {
    int begin = synapses;
    for (int k = 0; k < count; k++) {
      if (k == 0 || !row[k].isAlike(row[k - 1]) || synapses - begin == SynapseRow.MOST) {
        begin = synapses;
        piece(row[k]);
      }
      synapse(row[k]);
    }
  }

  private void piece(Drawn d) {
    if (pieces == delays.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      delays = Arrays.copyOf(delays, 2 * pieces);
      steps = Arrays.copyOf(steps, 2 * pieces);
      receptors = Arrays.copyOf(receptors, 2 * pieces);
      classes = Arrays.copyOf(classes, 2 * pieces);
    }
    starts[pieces] = synapses;
    delays[pieces] = d.delayMs();
    steps[pieces] = d.delaySteps();
    receptors[pieces] = (byte) d.receptor();
    classes[pieces++] = d.ofClass();
  }

  private void synapse(Drawn d) {
    if (synapses == targets.length) {
      int size = Math.toIntExact(Math.min(Integer.MAX_VALUE - 16L, 2L * synapses));
      if (size == synapses) {
        throw new IllegalArgumentException("projection " + of.projection().name() + ": a worker has more than 2^31"
            + " plastic synapses; use more threads");
      }
      targets = Arrays.copyOf(targets, size);
      elements = Arrays.copyOf(elements, size);
      weights = Arrays.copyOf(weights, size);
    }
    targets[synapses] = d.target();
    elements[synapses] = d.order();
    weights[synapses++] = d.weight();
  }
}
