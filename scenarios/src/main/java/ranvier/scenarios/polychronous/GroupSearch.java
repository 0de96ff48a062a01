package ranvier.scenarios.polychronous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ranvier.scenarios.polychronous.PolychronousGroup.Link;
import ranvier.scenarios.polychronous.PolychronousGroup.Spike;

/**
 * Finds polychronous groups as the search does that Izhikevich published with his paper (2006). Any three excitatory
 * neurons with strong synapses (95 % of the largest weight) onto a common one fire such that their spikes meet there.
 * The network is at rest, without input and without learning, and only strong excitatory synapses and inhibitory ones
 * transmit; of the three only what arrives no earlier than they meet. What follows, for 980 ms or 1,000 spikes at
 * most, is a group if it has more than twice as many spikes as anchors, its longest chain has at least 7 layers, and
 * no anchor helped just once to fire an excitatory neuron, which would be the common one. A spike has helped to fire
 * another if it came through an excitatory synapse in the 20 ms before it. One thread.
 *
 * <p>Unlike there a chain leads from spike to spike, not from neuron to neuron, and the end waits for spikes that take
 * their time.
 */
final class GroupSearch {
  static final int FEWEST_LAYERS = 7;
  static final double STRONG = 0.95 * PolychronousNetwork.LARGEST_WEIGHT;

  private static final int HELP_MS = PolychronousNetwork.LONGEST_DELAY_MS;
  private static final int LONGEST_MS = 980;
  private static final int MOST_SPIKES = 1000;
  private static final double REST = -70.0;
  private static final int RING = 32;
  /** The longest delay, and the time that a neuron may take to fire after it; without another spike it is over. */
  private static final int LONGEST_QUIET_MS = PolychronousNetwork.LONGEST_DELAY_MS + HELP_MS;

  private final int[][] targets;
  private final double[][] weights;
  private final int[][] strongSources;
  private final int[][] strongDelays;

  private final double[] v = new double[PolychronousNetwork.N];
  private final double[] u = new double[PolychronousNetwork.N];
  private final double[] input = new double[PolychronousNetwork.N];
  private final boolean[] isAwake = new boolean[PolychronousNetwork.N];
  private final int[] awake = new int[PolychronousNetwork.N];
  private int awakeCount;
  private final List<Spike> spikes = new ArrayList<>();
  /** For each ms of a ring, the spikes whose synapses of some delay are due: place in the list, delay. */
  private final List<List<int[]>> due = new ArrayList<>();
  private final List<List<Arrival>> lately = new ArrayList<>();
  private long tried;
  private long endless;

  /** A helpful spike that reached a neuron. */
  private record Arrival(int spike, int timeMs) {}

  /**
   * A search in a network.
   *
   * @param targets of each neuron, as {@link PolychronousNetwork#targets}
   * @param weights in the same places
   */
  GroupSearch(int[][] targets, double[][] weights) {
    this.targets = targets;
    this.weights = weights;
    List<List<int[]>> strong = new ArrayList<>();
    for (int n = 0; n < PolychronousNetwork.N; n++) {
      strong.add(new ArrayList<>());
      lately.add(new ArrayList<>());
    }
    for (int i = 0; i < PolychronousNetwork.N_E; i++) {
      for (int k = 0; k < targets[i].length; k++) {
        if (weights[i][k] >= STRONG) {
          strong.get(targets[i][k]).add(new int[] {i, PolychronousNetwork.delayMs(k)});
        }
      }
    }
    strongSources = strong.stream().map(l -> l.stream().mapToInt(s -> s[0]).toArray()).toArray(int[][]::new);
    strongDelays = strong.stream().map(l -> l.stream().mapToInt(s -> s[1]).toArray()).toArray(int[][]::new);
    for (int k = 0; k < RING; k++) {
      due.add(new ArrayList<>());
    }
    Arrays.fill(v, REST);
    Arrays.fill(u, PolychronousNetwork.B * REST);
  }

  /** Triplets of anchors tried so far. */
  long tried() {
    return tried;
  }

  /** Those of them that ended by the limits of time or spikes. */
  long endless() {
    return endless;
  }

  /** All groups that begin with three strong synapses onto a neuron. */
  List<PolychronousGroup> around(int neuron) {
    int[] sources = strongSources[neuron];
    int[] delays = strongDelays[neuron];
    List<PolychronousGroup> found = new ArrayList<>();
    for (int a = 0; a < sources.length; a++) {
      for (int b = a + 1; b < sources.length; b++) {
        for (int c = b + 1; c < sources.length; c++) {
          int latest = Math.max(delays[a], Math.max(delays[b], delays[c]));
          List<Spike> anchors = new ArrayList<>(List.of(new Spike(sources[a], latest - delays[a]),
              new Spike(sources[b], latest - delays[b]), new Spike(sources[c], latest - delays[c])));
          anchors.sort(Comparator.comparingInt(Spike::timeMs).thenComparingInt(Spike::neuron));
          PolychronousGroup group = play(anchors, latest);
          if (group != null) {
            found.add(group);
          }
        }
      }
    }
    return found;
  }

  /** Plays spikes that meet at some time into the resting network; null if no group follows. */
  private PolychronousGroup play(List<Spike> anchors, int meetMs) {
    tried++;
    spikes.clear();
    List<Link> links = new ArrayList<>();
    for (Spike anchor : anchors) {
      send(anchor.neuron(), anchor.timeMs(), meetMs - anchor.timeMs());
    }
    int t = 0;
    // The published order: who fires at t, then what is due, then a step of 1 ms.
    for (; t < spikes.getLast().timeMs() + LONGEST_QUIET_MS && t < LONGEST_MS && spikes.size() < MOST_SPIKES; t++) {
      for (int k = 0; k < awakeCount; k++) {
        if (v[awake[k]] >= PolychronousNetwork.PEAK) {
          fire(awake[k], t, links);
        }
      }
      deliver(t);
      step();
    }
    endless += t == LONGEST_MS || spikes.size() >= MOST_SPIKES ? 1 : 0;
    PolychronousGroup group = group(links, anchors.size());
    rest();
    return group;
  }

  /** Sends a spike through the synapses from some delay on. */
  private void send(int neuron, int t, int shortestMs) {
    int spike = spikes.size();
    spikes.add(new Spike(neuron, t));
    int last = neuron < PolychronousNetwork.N_E ? PolychronousNetwork.LONGEST_DELAY_MS : 1;
    for (int delay = shortestMs; delay <= last; delay++) {
      // A delay of 1 ms is due in the step after the spike.
      due.get((t + delay - 1) % RING).add(new int[] {spike, delay});
    }
  }

  private void fire(int neuron, int t, List<Link> links) {
    v[neuron] = PolychronousNetwork.RESET;
    u[neuron] += neuron < PolychronousNetwork.N_E ? PolychronousNetwork.D_E : PolychronousNetwork.D_I;
    int spike = spikes.size();
    lately.get(neuron).removeIf(arrival -> arrival.timeMs() < t - HELP_MS);
    for (Arrival arrival : lately.get(neuron)) {
      links.add(new Link(arrival.spike(), spike));
    }
    send(neuron, t, 1);
  }

  private void wake(int neuron) {
    if (!isAwake[neuron]) {
      isAwake[neuron] = true;
      awake[awakeCount++] = neuron;
    }
  }

  private void deliver(int t) {
    List<int[]> now = due.get(t % RING);
    for (int[] bundle : now) {
      int source = spikes.get(bundle[0]).neuron();
      boolean isExcitatory = source < PolychronousNetwork.N_E;
      int each = PolychronousNetwork.OUT_DEGREE / PolychronousNetwork.LONGEST_DELAY_MS;
      int from = isExcitatory ? (bundle[1] - 1) * each : 0;
      int to = isExcitatory ? from + each : PolychronousNetwork.OUT_DEGREE;
      for (int k = from; k < to; k++) {
        int target = targets[source][k];
        if (isExcitatory && weights[source][k] < STRONG) {
          continue;
        }
        input[target] += weights[source][k];
        wake(target);
        if (isExcitatory) {
          lately.get(target).add(new Arrival(bundle[0], t));
        }
      }
    }
    now.clear();
  }

  private void step() {
    for (int k = 0; k < awakeCount; k++) {
      int n = awake[k];
      double x = v[n];
      x += 0.5 * (0.04 * x * x + 5.0 * x + 140.0 - u[n] + input[n]);
      x += 0.5 * (0.04 * x * x + 5.0 * x + 140.0 - u[n] + input[n]);
      u[n] += (n < PolychronousNetwork.N_E ? PolychronousNetwork.A_E : PolychronousNetwork.A_I)
          * (PolychronousNetwork.B * x - u[n]);
      v[n] = x;
      input[n] = 0;
    }
  }

  /** The first spikes are the anchors'. */
  private PolychronousGroup group(List<Link> links, int anchors) {
    int[] layer = new int[spikes.size()];
    Arrays.fill(layer, 1);
    int[] helped = new int[spikes.size()];
    int longest = 1;
    for (Link link : links) {
      layer[link.to()] = Math.max(layer[link.to()], layer[link.from()] + 1);
      longest = Math.max(longest, layer[link.to()]);
      helped[link.from()] += spikes.get(link.to()).neuron() < PolychronousNetwork.N_E ? 1 : 0;
    }
    return spikes.size() > 2 * anchors && longest >= FEWEST_LAYERS
        && Arrays.stream(helped, 0, anchors).noneMatch(h -> h == 1)
        ? new PolychronousGroup(spikes, links, longest) : null;
  }

  private void rest() {
    for (int k = 0; k < awakeCount; k++) {
      int n = awake[k];
      v[n] = REST;
      u[n] = PolychronousNetwork.B * REST;
      input[n] = 0;
      isAwake[n] = false;
      lately.get(n).clear();
    }
    awakeCount = 0;
    due.forEach(List::clear);
  }
}
