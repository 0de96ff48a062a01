package ranvier.neurons.ttfs.eventprop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What happened in a run: input spikes and output spikes (the senders), and the processed events in order. A processed
 * event is an arrival (the number of its sender) or an output spike.
 */
final class EventLog {
  private static final int LARGEST = 5_000_000;

  private int inputCount;
  private double inputDelay;
  private int[] inputOrder = {};
  private int nextInput;
  /** Senders: inputs first, as given, then output spikes in order of time. */
  private int[] source = {};
  private double[] sent = {};
  private double[] slope = {};
  private double[] arrives = {};
  private int senders;
  /** Output spikes whose arrival is still ahead start here: one delay for all keeps them in order. */
  private int nextRecurrent;
  /** Sender of an arrival, or minus one minus the sender of an output spike. */
  private int[] events = {};
  private int eventCount;

  void start(int[] channels, double[] times, double delay) {
    inputCount = channels.length;
    inputDelay = delay;
    int room = Math.max(64, 4 * inputCount);
    source = Arrays.copyOf(channels, room);
    sent = Arrays.copyOf(times, room);
    slope = new double[room];
    arrives = new double[room];
    for (int k = 0; k < inputCount; k++) {
      arrives[k] = sent[k] + inputDelay;
    }
    senders = inputCount;
    nextRecurrent = inputCount;
    nextInput = 0;
    inputOrder = IntStream.range(0, inputCount).boxed().sorted(Comparator.comparingDouble(k -> arrives[k]))
        .mapToInt(k -> k).toArray();
    events = new int[room];
    eventCount = 0;
  }

  double nextArrival() {
    double input = nextInput < inputCount ? arrives[inputOrder[nextInput]] : Double.POSITIVE_INFINITY;
    double recurrent = nextRecurrent < senders ? arrives[nextRecurrent] : Double.POSITIVE_INFINITY;
    return Math.min(input, recurrent);
  }

  int takeArrival() {
    boolean input = nextInput < inputCount
        && !(nextRecurrent < senders && arrives[nextRecurrent] < arrives[inputOrder[nextInput]]);
    int sender = input ? inputOrder[nextInput++] : nextRecurrent++;
    note(sender);
    return sender;
  }

  void spike(int neuron, double time, double drive, double delay) {
    if (senders == LARGEST) {
      throw new IllegalStateException("more than " + LARGEST + " spikes by time " + time
          + ": the network has run away; weaken its recurrent weights");
    }
    if (senders == source.length) {
      source = Arrays.copyOf(source, 2 * senders);
      sent = Arrays.copyOf(sent, 2 * senders);
      slope = Arrays.copyOf(slope, 2 * senders);
      arrives = Arrays.copyOf(arrives, 2 * senders);
    }
    source[senders] = neuron;
    sent[senders] = time;
    slope[senders] = drive;
    arrives[senders] = time + delay;
    note(-1 - senders);
    senders++;
  }

  private void note(int event) {
    if (eventCount == events.length) {
      events = Arrays.copyOf(events, 2 * eventCount);
    }
    events[eventCount++] = event;
  }

  boolean isInput(int sender) {
    return sender < inputCount;
  }

  /** Channel of an input, neuron of an output spike. */
  int source(int sender) {
    return source[sender];
  }

  int inputs() {
    return inputCount;
  }

  int senders() {
    return senders;
  }

  int eventCount() {
    return eventCount;
  }

  int event(int k) {
    return events[k];
  }

  double arrival(int sender) {
    return arrives[sender];
  }

  double sent(int sender) {
    return sent[sender];
  }

  /** D = tau_m dV/dt just before an output spike. */
  double drive(int sender) {
    return slope[sender];
  }

  int spikes() {
    return senders - inputCount;
  }

  int spikingNeuron(int k) {
    return source[inputCount + k];
  }

  double spikeTime(int k) {
    return sent[inputCount + k];
  }
}
