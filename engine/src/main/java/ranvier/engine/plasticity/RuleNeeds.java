package ranvier.engine.plasticity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.History;
import ranvier.engine.model.SynapseBlock;

/** What the rules of one table have asked for: columns of numbers by synapse, and histories. Used by one worker. */
final class RuleNeeds {
  private final PlasticProjection of;
  private final PlasticRows.Placement placement;
  private final int synapses;
  private final Map<String, Integer> columnNumbers = new LinkedHashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final Map<List<List<Double>>, History> spikeHistories = new LinkedHashMap<>();
  private final Map<List<List<Double>>, History> modulatorHistories = new LinkedHashMap<>();
  private final Map<String, History> variableHistories = new LinkedHashMap<>();
  private History[] spikes = {};
  private History[] modulators = {};

  RuleNeeds(PlasticProjection of, PlasticRows.Placement placement, int synapses) {
    this.of = of;
    this.placement = placement;
    this.synapses = synapses;
  }

  /** What the rule of a class is given. */
  SynapseBlock block(int ofClass) {
    return new SynapseBlock() {
      @Override
      public double parameter(String name) {
        return of.parameter(ofClass, name);
      }

      @Override
      public double dtMs() {
        return placement.dtMs();
      }

      @Override
      public double toleranceMs() {
        return placement.toleranceMs();
      }

      @Override
      public VectorGate vectorGate() {
        return placement.vectorGate();
      }

      @Override
      public int column(String name) {
        return columnNumbers.computeIfAbsent(name, any -> {
          columns.add(Column.of(synapses, of.single()));
          return columns.size() - 1;
        });
      }

      @Override
      public History postSpikes(List<Double> sumTaus, List<Double> decayTaus) {
        return spikeHistories.computeIfAbsent(List.of(sumTaus, decayTaus), key -> {
          History history = new History(placement.places(), array(sumTaus), array(decayTaus));
          if (of.projection().delayMs().isConstant()) {
            history.setOneDelay();
          }
          return history;
        });
      }

      @Override
      public History postVariable(String name) {
        return variableHistories.computeIfAbsent(name, any -> History.ofVariable(placement.places()));
      }

      @Override
      public History modulator(List<Double> sumTaus, List<Double> decayTaus) {
        return of.projection().modulator().isEmpty() ? null
            : modulatorHistories.computeIfAbsent(List.of(sumTaus, decayTaus),
                key -> new History(1, array(sumTaus), array(decayTaus)));
      }
    };
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All rules have asked. */
  void complete() {
    spikes = spikeHistories.values().toArray(History[]::new);
    modulators = modulatorHistories.values().toArray(History[]::new);
  }

  /** Numbers by synapse, beyond the weight. */
  List<Column> columns() {
    return columns;
  }

  String columnName(int number) {
    return List.copyOf(columnNumbers.keySet()).get(number);
  }

  /** State variables of the targets. */
  Map<String, History> variables() {
    return variableHistories;
  }

  void targetSpiked(int target, double timeMs) {
    for (History h : spikes) {
      h.spike(target, timeMs);
    }
  }

  void modulated(double timeMs) {
    for (History h : modulators) {
      h.spike(0, timeMs);
    }
  }

  /** See {@link History#forget}. */
  void forget(double beforeMs, double newOriginMs) {
    for (History h : spikes) {
      h.forget(beforeMs, newOriginMs);
    }
    for (History h : modulators) {
      h.forget(beforeMs, newOriginMs);
    }
    variableHistories.values().forEach(h -> h.forget(beforeMs, newOriginMs));
  }

  long historyBytes() {
    long bytes = variableHistories.values().stream().mapToLong(History::bytes).sum();
    for (History h : spikes) {
      bytes += h.bytes();
    }
    for (History h : modulators) {
      bytes += h.bytes();
    }
    return bytes;
  }
}
