package ranvier.engine.exact;

import java.util.Arrays;

/** A neuron that is walked through a bin: what arrives, when it spikes. Reused from bin to bin. */
final class WalkedNeuron {
  private static final int INSERTION = 48;

  int neuron;
  /** End of refractoriness at the bin's start, relative to it; not positive if there is none. */
  double refractoryUntil;
  /** End of refractoriness after the last spike of the bin. */
  double lastRefractoryUntil;
  double[] offsets = new double[16];
  double[] weights = new double[16];
  byte[] channels = new byte[16];
  int arrivals;
  double[] spikes = new double[4];
  int spikeCount;
  int emitted;
  boolean dirty;
  private boolean sorted = true;
  private double[] sortOffsets = new double[16];
  private double[] sortWeights = new double[16];
  private byte[] sortChannels = new byte[16];

  void reset(int newNeuron, double newRefractoryUntil) {
    neuron = newNeuron;
    refractoryUntil = newRefractoryUntil;
    lastRefractoryUntil = newRefractoryUntil;
    arrivals = 0;
    spikeCount = 0;
    emitted = 0;
    dirty = true;
    sorted = true;
  }

  void add(double offsetMs, double weight, int channel) {
    if (arrivals == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * arrivals);
      weights = Arrays.copyOf(weights, 2 * arrivals);
      channels = Arrays.copyOf(channels, 2 * arrivals);
    }
    sorted &= arrivals == 0 || offsets[arrivals - 1] <= offsetMs;
    offsets[arrivals] = offsetMs;
    weights[arrivals] = weight;
    channels[arrivals++] = (byte) channel;
  }

  void spike(double offsetMs) {
    if (spikeCount == spikes.length) {
      spikes = Arrays.copyOf(spikes, 2 * spikeCount);
    }
    spikes[spikeCount++] = offsetMs;
  }

  /** Sorts arrivals by time; simultaneous ones keep their order. */
  void sort() {
    if (sorted) {
      return;
    }
    sorted = true;
    if (arrivals <= INSERTION) {
      insertion(0, arrivals);
      return;
    }
    if (sortOffsets.length < arrivals) {
      sortOffsets = new double[offsets.length];
      sortWeights = new double[offsets.length];
      sortChannels = new byte[offsets.length];
    }
    for (int from = 0; from < arrivals; from += INSERTION) {
      insertion(from, Math.min(arrivals, from + INSERTION));
    }
    for (int width = INSERTION; width < arrivals; width *= 2) {
      for (int from = 0; from < arrivals; from += 2 * width) {
        merge(from, Math.min(arrivals, from + width), Math.min(arrivals, from + 2 * width));
      }
      double[] o = offsets;
      offsets = sortOffsets;
      sortOffsets = o;
      double[] w = weights;
      weights = sortWeights;
      sortWeights = w;
      byte[] c = channels;
      channels = sortChannels;
      sortChannels = c;
    }
  }

  private void insertion(int from, int to) {
    for (int k = from + 1; k < to; k++) {
      double offset = offsets[k];
      double weight = weights[k];
      byte channel = channels[k];
      int hole = k;
      while (hole > from && offsets[hole - 1] > offset) {
        offsets[hole] = offsets[hole - 1];
        weights[hole] = weights[hole - 1];
        channels[hole] = channels[hole - 1];
        hole--;
      }
      offsets[hole] = offset;
      weights[hole] = weight;
      channels[hole] = channel;
    }
  }

  private void merge(int from, int middle, int to) {
    int a = from;
    int b = middle;
    for (int k = from; k < to; k++) {
      int take = b >= to || (a < middle && offsets[a] <= offsets[b]) ? a++ : b++;
      sortOffsets[k] = offsets[take];
      sortWeights[k] = weights[take];
      sortChannels[k] = channels[take];
    }
  }
}
