package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.ExactTime;

/** Neurons whose model wants parameters shared that they do not share: one group per set of values. */
final class GroupedNeurons implements EventNeurons {
  private final EventNeurons[] groupOf;
  private final int[] inGroup;

  private GroupedNeurons(int size) {
    groupOf = new EventNeurons[size];
    inGroup = new int[size];
  }

  /** The model's own neurons if one group is enough. */
  static EventNeurons of(ExactTime model, ExactBlock block) {
    Map<List<Double>, List<Integer>> groups = new LinkedHashMap<>();
    List<double[]> values = model.sharedInBins().stream().map(block::values).toList();
    for (int i = 0; i < block.size(); i++) {
      List<Double> key = new ArrayList<>();
      for (double[] v : values) {
        key.add(v[i]);
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    if (groups.size() <= 1) {
      return model.events(block);
    }
    GroupedNeurons all = new GroupedNeurons(block.size());
    for (List<Integer> members : groups.values()) {
      int[] indices = members.stream().mapToInt(Integer::intValue).toArray();
      EventNeurons group = model.events(new Part(block, indices));
      for (int k = 0; k < indices.length; k++) {
        all.groupOf[indices[k]] = group;
        all.inGroup[indices[k]] = k;
      }
    }
    return all;
  }

  private record Part(ExactBlock whole, int[] indices) implements ExactBlock {
    @Override
    public int size() {
      return indices.length;
    }

    @Override
    public double[] values(String parameter) {
      return chosen(whole.values(parameter));
    }

    @Override
    public double[] initial(String variable) {
      return chosen(whole.initial(variable));
    }

    @Override
    public double[] doubles(String variable) {
      return new double[indices.length];
    }

    private double[] chosen(double[] all) {
      double[] own = new double[indices.length];
      for (int k = 0; k < own.length; k++) {
        own[k] = all[indices[k]];
      }
      return own;
    }
  }

  @Override
  public void advance(int neuron, double durationMs, boolean refractory) {
    groupOf[neuron].advance(inGroup[neuron], durationMs, refractory);
  }

  @Override
  public void receive(int neuron, int channel, double weight, double refractoryMs) {
    groupOf[neuron].receive(inGroup[neuron], channel, weight, refractoryMs);
  }

  @Override
  public void current(int neuron, double amplitude) {
    groupOf[neuron].current(inGroup[neuron], amplitude);
  }

  @Override
  public double nextSpike(int neuron, double horizonMs) {
    return groupOf[neuron].nextSpike(inGroup[neuron], horizonMs);
  }

  @Override
  public double lookAheadMs() {
    return groupOf[0].lookAheadMs();
  }

  @Override
  public double spike(int neuron) {
    return groupOf[neuron].spike(inGroup[neuron]);
  }

  @Override
  public void endRefractoriness(int neuron) {
    groupOf[neuron].endRefractoriness(inGroup[neuron]);
  }

  @Override
  public double value(int neuron, String variable) {
    return groupOf[neuron].value(inGroup[neuron], variable);
  }
}
