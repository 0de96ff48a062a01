package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.plasticity.PlasticRows;
import ranvier.engine.plasticity.PlasticTable;
import ranvier.engine.plasticity.WeightLog;

/**
 * The plastic synapses of a network in exact time: rules see spike times as they are. A piece of a row learns when its
 * spike arrives; what it transmits is kept with the pending event, which then goes from target to target. One thread.
 */
public final class PlasticArrivals {
  /** Times are doubles of milliseconds from the start: after an hour they are rounded to 5e-10 ms. */
  private static final double TOLERANCE_MS = 1e-9;

  private final List<PlasticTable> tables = new ArrayList<>();
  private final int[] firstSource;
  private final int[] lastSource;
  private final int[] firstTarget;
  private final int[] lastTarget;
  private final int[] firstModulator;
  private final int[] lastModulator;
  private final WeightLog log = new WeightLog();
  /** By event: amounts and targets of the piece that is under way. */
  private double[][] amounts = new double[64][];
  private int[][] targets = new int[64][];
  private long learned;

  PlasticArrivals(Network network, List<PlasticProjection> projections, ExactLayout layout) {
    int n = projections.size();
    firstSource = new int[n];
    lastSource = new int[n];
    firstTarget = new int[n];
    lastTarget = new int[n];
    firstModulator = new int[n];
    lastModulator = new int[n];
    for (int k = 0; k < n; k++) {
      Projection p = projections.get(k).projection();
      firstSource[k] = layout.firstSource(network, p.source());
      lastSource[k] = firstSource[k] + network.sizeOf(p.source());
      firstTarget[k] = layout.firstSource(network, p.target());
      lastTarget[k] = firstTarget[k] + network.sizeOf(p.target());
      if (!p.modulator().isEmpty()) {
        firstModulator[k] = layout.firstSource(network, p.modulator());
        lastModulator[k] = firstModulator[k] + network.sizeOf(p.modulator());
      }
      tables.add(new PlasticRows(projections.get(k), placement(network.sizeOf(p.target()))).build());
    }
  }

  private static PlasticRows.Placement placement(int size) {
    return new PlasticRows.Placement() {
      @Override
      public int place(int target) {
        return target;
      }

      @Override
      public int receptor(double weight) {
        return weight >= 0 ? 0 : 1;
      }

      @Override
      public double delayMs(double drawnMs) {
        return drawnMs;
      }

      @Override
      public int delaySteps(double drawnMs) {
        return 0;
      }

      @Override
      public int places() {
        return size;
      }

      @Override
      public double dtMs() {
        return Double.NaN;
      }

      @Override
      public double toleranceMs() {
        return TOLERANCE_MS;
      }

      @Override
      public VectorGate vectorGate() {
        return VectorGate.never();
      }
    };
  }

  /** The tables, in the order of the plastic projections. */
  public List<PlasticTable> tables() {
    return tables;
  }

  /** Keeps every transmission from now on. */
  public WeightLog log() {
    tables.forEach(t -> t.log(log));
    return log;
  }

  /** Number of plastic projections. */
  int count() {
    return tables.size();
  }

  /** First piece of a source in a table; the pieces up to {@link #end} belong to it. */
  int first(int table, int source) {
    return source < firstSource[table] || source >= lastSource[table] ? 0
        : tables.get(table).pieces().first(source - firstSource[table]);
  }

  /** After the last piece of a source. */
  int end(int table, int source) {
    return source < firstSource[table] || source >= lastSource[table] ? 0
        : tables.get(table).pieces().first(source - firstSource[table] + 1);
  }

  /** Delay of a piece. */
  double delayMs(int table, int piece) {
    return tables.get(table).pieces().delayMs(piece);
  }

  /** The first neuron that a piece reaches. */
  int firstTarget(int table, int piece) {
    return firstTarget[table] + tables.get(table).pieces().firstTarget(piece);
  }

  /** A source has spiked: neurons are targets too, and either may modulate. */
  void spiked(int source, double timeMs) {
    for (int k = 0; k < tables.size(); k++) {
      if (source >= firstTarget[k] && source < lastTarget[k]) {
        tables.get(k).targetSpiked(source - firstTarget[k], timeMs);
      }
      if (source >= firstModulator[k] && source < lastModulator[k]) {
        tables.get(k).modulated(timeMs + tables.get(k).of().modulatorDelayMs());
      }
    }
  }

  /** What is due by the clock. */
  void maintain(double timeMs) {
    for (int k = 0; k < tables.size(); k++) {
      tables.get(k).maintain(timeMs);
    }
  }

  /** A spike reaches a piece: learns, and keeps what is transmitted with the event. */
  void arrive(int event, int table, int piece, double spikeMs) {
    if (event >= amounts.length) {
      int size = Math.max(event + 1, 2 * amounts.length);
      amounts = Arrays.copyOf(amounts, size);
      targets = Arrays.copyOf(targets, size);
    }
    if (amounts[event] == null) {
      amounts[event] = new double[SynapseRow.MOST];
      targets[event] = new int[SynapseRow.MOST];
    }
    PlasticTable t = tables.get(table);
    SynapseRow row = t.arrive(piece, spikeMs);
    learned += row.count();
    System.arraycopy(t.transmitted(), 0, amounts[event], 0, row.count());
    System.arraycopy(row.targets(), 0, targets[event], 0, row.count());
  }

  /** Whether anything is transmitted. */
  boolean transmits(int table) {
    return tables.get(table).transmits();
  }

  /** Number of targets of a piece. */
  int length(int table, int piece) {
    return tables.get(table).pieces().length(piece);
  }

  /** Channel of a piece. */
  int channel(int table, int piece) {
    return tables.get(table).pieces().receptor(piece);
  }

  /** A target of the piece that is under way. */
  int target(int event, int table, int position) {
    return firstTarget[table] + targets[event][position];
  }

  /** What it gets. */
  double amount(int event, int position) {
    return amounts[event][position];
  }

  /** Spikes that have arrived at synapses so far. */
  long learned() {
    return learned;
  }
}
