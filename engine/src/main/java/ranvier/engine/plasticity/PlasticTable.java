package ranvier.engine.plasticity;

import java.util.Map;
import ranvier.engine.model.History;
import ranvier.engine.model.InPlaceRule;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * The plastic synapses of one projection onto the neurons of one worker: rows by source, each in pieces of equal delay,
 * receptor and parameters, of at most {@link SynapseRow#MOST} synapses, targets ascending. Used by that worker.
 */
public final class PlasticTable {
  private final PlasticProjection of;
  private final PieceList pieces;
  private final Column weights;
  private final PiecesAhead ahead;
  private final RuleNeeds needs;
  private final SynapseRule[] rules;
  private final SynapseRow row;
  private final double[] own;
  private final int ownWidth;
  private final boolean transmits;
  private final boolean transmitsWeight;
  private final boolean transmitsMultiple;
  private final boolean changesWeights;
  private final boolean inPlace;
  private final double axonal;
  private final double toleranceMs;
  private final double rememberMs;
  private final double longestBackMs;
  private final double tickMs;
  private final double normalizeTo;
  private final double normalizeMs;
  private double nextSweepMs;
  private long ticks = 1;
  private long normalized = 1;
  private WeightLog log;

  /**
   * Builds the synapses of one worker.
   *
   * @param pieces its part of the rows
   * @param initial weights; null if all are equal and have no number in the description
   */
  PlasticTable(PlasticProjection of, PieceList pieces, Column initial, PlasticRows.Placement placement) {
    this.of = of;
    this.pieces = pieces;
    toleranceMs = placement.toleranceMs();
    needs = new RuleNeeds(of, placement, pieces.synapses());
    axonal = of.option(PlasticOptions.AXONAL_FRACTION, 0.0);
    transmits = of.option(PlasticOptions.TRANSMITS, 1.0) != 0.0;
    normalizeTo = of.option(PlasticOptions.NORMALIZE_TO, 0.0);
    normalizeMs = of.option(PlasticOptions.NORMALIZE_EVERY, 1000.0);
    rules = new SynapseRule[of.classes()];
    double remember = Double.POSITIVE_INFINITY;
    double tick = 0.0;
    int width = 0;
    for (int c = 0; c < rules.length; c++) {
      rules[c] = of.model().rule(needs.block(c));
      remember = Math.min(remember, rules[c].rememberMs());
      width = Math.max(width, rules[c].rowVariables());
      tick = rules[c].tickMs();
    }
    rememberMs = remember;
    tickMs = tick;
    ownWidth = width;
    transmitsWeight = rules[0].transmitsWeight();
    transmitsMultiple = rules[0].transmitsMultiple();
    changesWeights = rules[0].changesWeights() || normalizeTo != 0.0;
    weights = initial != null ? initial : equal(of.projection().weight().min());
    ahead = new PiecesAhead(pieces, weights);
    own = new double[Math.multiplyExact(width, pieces.count())];
    needs.complete();
    row = new SynapseRow(needs.columns().size(), width);
    inPlace = rules[0] instanceof InPlaceRule && pieces.narrowTargets() != null && needs.columns().isEmpty()
        && transmitsWeight && changesWeights;
    double longest = 0.0;
    for (int p = 0; p < pieces.count(); p++) {
      longest = Math.max(longest, backMs(p));
      load(p, 0.0);
      rules[pieces.classOf(p)].start(row);
      store(p);
    }
    longestBackMs = longest;
    nextSweepMs = rememberMs;
  }

  private Column equal(double weight) {
    return changesWeights ? Column.filled(pieces.synapses(), of.single(), weight) : Column.constant(weight);
  }

  /** The projection. */
  public PlasticProjection of() {
    return of;
  }

  /** Where the pieces are. */
  public PieceList pieces() {
    return pieces;
  }

  /** Whether spikes reach the targets. */
  public boolean transmits() {
    return transmits;
  }

  /** State variables of the targets that must be told at every step. */
  public Map<String, History> variables() {
    return needs.variables();
  }

  /** Keeps every transmission from now on. */
  public void log(WeightLog newLog) {
    log = newLog;
  }

  /** A target has spiked. */
  public void targetSpiked(int target, double timeMs) {
    needs.targetSpiked(target, timeMs);
  }

  /** A neuron of the modulating population has spiked; its spike reaches the synapses at this time. */
  public void modulated(double timeMs) {
    needs.modulated(timeMs);
  }

  /**
   * Without a dendritic delay a target may spike at the very time of an arrival, and be known to have done so only
   * afterwards: then it has spiked after the arrival.
   */
  private double earlyMs(int piece) {
    return backMs(piece) == 0.0 ? 2 * toleranceMs : 0.0;
  }

  private double backMs(int piece) {
    return (1.0 - axonal) * pieces.delayMs(piece);
  }

  /** What brings pieces into the cache before they arrive. */
  public PiecesAhead ahead() {
    return ahead;
  }

  /**
   * A spike of the source reaches the targets of a piece: learns, and makes ready what is transmitted.
   *
   * @param spikeMs when the source spiked
   * @return the piece, until the next call
   */
  public SynapseRow arrive(int piece, double spikeMs) {
    double nowMs = arrivalMs(piece, spikeMs);
    if (learnInPlace(piece, nowMs)) {
      loadSynapses(piece);
    } else {
      learnOnCopies(piece, nowMs);
    }
    if (log != null) {
      log.add(this, piece, spikeMs, row, transmitted());
    }
    return row;
  }

  /**
   * The same, where what is transmitted is added to sums by target as it is. Rules that transmit a multiple of the
   * weights have none of them copied.
   *
   * @return number of synapses
   */
  public int arrive(int piece, double spikeMs, TargetSums sums) {
    double nowMs = arrivalMs(piece, spikeMs);
    if (log != null) {
      arrive(piece, spikeMs);
      sums.add(row.targets(), transmitted(), row.count());
    } else if (transmitsMultiple) {
      loadHead(piece, nowMs);
      learn(piece);
      storeOwn(piece);
      sums.add(pieces, weights, piece, row.factor());
    } else if (learnInPlace(piece, nowMs)) {
      sums.add(pieces, weights, piece, 1.0);
    } else {
      learnOnCopies(piece, nowMs);
      sums.add(row.targets(), transmitted(), row.count());
    }
    return row.count();
  }

  private double arrivalMs(int piece, double spikeMs) {
    return spikeMs + axonal * pieces.delayMs(piece) - earlyMs(piece);
  }

  private void learn(int piece) {
    rules[pieces.classOf(piece)].arrive(row);
    learned(piece);
  }

  private void learned(int piece) {
    pieces.seen(piece, row.nowMs());
    pieces.previous(piece, row.nowMs());
  }

  private void learnOnCopies(int piece, double nowMs) {
    load(piece, nowMs);
    learn(piece);
    if (transmitsMultiple) {
      for (int k = 0; k < row.count(); k++) {
        row.transmitted()[k] = row.weights()[k] * row.factor();
      }
    }
    store(piece);
  }

  /** Learns where the weights are, if the rule can. */
  private boolean learnInPlace(int piece, double nowMs) {
    if (!inPlace) {
      return false;
    }
    loadHead(piece, nowMs);
    InPlaceRule rule = (InPlaceRule) rules[pieces.classOf(piece)];
    boolean done = weights instanceof Column.Wide(double[] wide)
        ? rule.arriveInPlace(row, pieces.narrowTargets(), wide, pieces.start(piece))
        : weights instanceof Column.Narrow(float[] narrow)
            && rule.arriveInPlace(row, pieces.narrowTargets(), narrow, pieces.start(piece));
    if (done) {
      learned(piece);
      storeOwn(piece);
    }
    return done;
  }

  /** What each synapse of the piece that {@link #arrive} gave transmits. */
  public double[] transmitted() {
    return transmitsWeight ? row.weights() : row.transmitted();
  }

  /**
   * What is due by the clock: ticks of the rule, normalisation, and rows that have been silent for long. To be called
   * at every step or slice, before anything else of that time; what is due between two calls happens at the second.
   */
  public void maintain(double nowMs) {
    for (; tickMs > 0 && ticks * tickMs <= nowMs + 1e-9; ticks++) {
      for (int p = 0; p < pieces.count(); p++) {
        visit(p, nowMs, true);
      }
    }
    for (; normalizeTo != 0 && normalized * normalizeMs <= nowMs + 1e-9; normalized++) {
      normalize(nowMs);
    }
    if (nowMs >= nextSweepMs) {
      sweep(nowMs);
    }
  }

  private void sweep(double nowMs) {
    double keepMs = nowMs - rememberMs;
    for (int p = 0; p < pieces.count(); p++) {
      if (pieces.seen(p) < keepMs - backMs(p)) {
        visit(p, nowMs, false);
      }
    }
    needs.forget(keepMs - 2 * longestBackMs - 1e-3, nowMs);
    nextSweepMs = nowMs + rememberMs;
  }

  /** Catches up to what is the present at the synapses at a time at the neurons. */
  private void visit(int piece, double timeMs, boolean isTick) {
    load(piece, timeMs - backMs(piece) - earlyMs(piece));
    SynapseRule rule = rules[pieces.classOf(piece)];
    rule.catchUp(row);
    if (isTick) {
      rule.tick(row);
    }
    pieces.seen(piece, row.nowMs());
    store(piece);
  }

  /** Scales the weights onto each target, which are added in the order of sources, to a fixed sum. */
  private void normalize(double timeMs) {
    double[] sums = new double[pieces.largestTarget() + 1];
    for (int p = 0; p < pieces.count(); p++) {
      visit(p, timeMs, false);
      for (int k = 0; k < row.count(); k++) {
        sums[row.targets()[k]] += row.weights()[k];
      }
    }
    for (int p = 0; p < pieces.count(); p++) {
      load(p, timeMs);
      for (int k = 0; k < row.count(); k++) {
        double sum = sums[row.targets()[k]];
        row.weights()[k] *= sum == 0.0 ? 1.0 : normalizeTo / sum;
      }
      store(p);
    }
  }

  private void load(int piece, double nowMs) {
    loadHead(piece, nowMs);
    loadSynapses(piece);
  }

  private void loadSynapses(int piece) {
    int from = pieces.start(piece);
    pieces.targets(piece, row.targets());
    weights.load(from, row.count(), row.weights());
    for (int c = 0; c < needs.columns().size(); c++) {
      needs.columns().get(c).load(from, row.count(), row.column(c));
    }
  }

  private void loadHead(int piece, double nowMs) {
    for (int v = 0; v < ownWidth; v++) {
      row.own()[v] = own[piece * ownWidth + v];
    }
    row.set(pieces.source(piece), pieces.length(piece), nowMs, pieces.seen(piece), pieces.previous(piece),
        backMs(piece));
  }

  private void store(int piece) {
    int from = pieces.start(piece);
    int count = pieces.length(piece);
    if (changesWeights) {
      weights.store(from, count, row.weights());
    }
    for (int c = 0; c < needs.columns().size(); c++) {
      needs.columns().get(c).store(from, count, row.column(c));
    }
    storeOwn(piece);
  }

  private void storeOwn(int piece) {
    for (int v = 0; v < ownWidth; v++) {
      own[piece * ownWidth + v] = row.own()[v];
    }
  }

  /** The weight of a synapse, as of its source's last spike that has arrived. */
  double weight(int synapse) {
    return weights.get(synapse);
  }

  /** Whether weights and columns are finite: null, or what is not. */
  public String notFinite(double timeMs) {
    for (int c = -1; c < needs.columns().size(); c++) {
      Column column = c < 0 ? weights : needs.columns().get(c);
      int k = column.firstNotFinite();
      if (k >= 0) {
        return "projection " + of.projection().name() + " (" + of.projection().synapse() + "): "
            + (c < 0 ? "the weight" : needs.columnName(c)) + " of the synapse from " + of.projection().source() + " "
            + pieces.sourceOfSynapse(k) + " is " + column.get(k) + " at " + timeMs + " ms; the rule blew up";
      }
    }
    return null;
  }

  /** Number of synapses. */
  public long synapses() {
    return pieces.synapses();
  }

  /** Bytes of the synapses with their pieces, without histories. */
  public long bytes() {
    return pieces.bytes() + weights.bytes() + needs.columns().stream().mapToLong(Column::bytes).sum() + 8L * own.length;
  }

  /** Bytes of the histories of the targets. */
  public long historyBytes() {
    return needs.historyBytes();
  }
}
