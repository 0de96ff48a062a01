package ranvier.neurons.ttfs.learning;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import ranvier.neurons.ttfs.TtfsParameters;

/**
 * A trained network on disk, and everything needed to go on training. Big-endian, version 1:
 *
 * <pre>
 * 8 bytes  "RANVTTFS"          int version = 1
 * int      number of notes     then per note: UTF key, UTF value (scenario, coding, seed, ...)
 * double x 5                   tau_m, tau_s, C, E_l, theta
 * int      inputs              int number of layers, then per layer:
 *   int neurons, int biases, double x biases: times in tau_s, double weight mean, weight std, max missing, UTF delays
 * int      number of arrays    then per array: UTF name, byte 'f' or 'd', int length, values
 * long     CRC-32 of all bytes before it
 * </pre>
 *
 * <p>UTF is a 16-bit length and modified UTF-8. Arrays named {@code layerN.weights} are blocked in the single-precision
 * network and [input][neuron] in the double-precision one; an array's type says which. Written to a temporary file and
 * renamed, so a crash leaves the old file.
 *
 * @param notes what the file is about, by key
 * @param spec of the network
 * @param state of the network and its trainer
 */
public record NetworkFile(Map<String, String> notes, NetworkSpec spec, Map<String, Object> state) {
  private static final byte[] MAGIC = {'R', 'A', 'N', 'V', 'T', 'T', 'F', 'S'};
  private static final int VERSION = 1;

  /** Whether the network was trained in single precision. */
  public boolean isSinglePrecision() {
    return state.get("layer0.weights") instanceof float[];
  }

  /**
   * The network in the precision it was trained in, ready to run on an ideal substrate but for the weights.
   *
   * @param seed of the noise on input times
   * @param capacity largest batch
   */
  public LearningNetwork network(Quantisation weights, long seed, int capacity, int threads) {
    LearningNetwork network = isSinglePrecision()
        ? new FloatNetwork(spec, weights, seed, capacity, threads)
        : new DoubleNetwork(spec, new Substrate(weights, 0, 0, 0), seed, capacity, threads);
    network.restore(state);
    return network;
  }

  /** Writes it. */
  public void write(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(notes.size());
      // In one order, so that the same network is the same bytes.
      for (Map.Entry<String, String> note : new TreeMap<>(notes).entrySet()) {
        out.writeUTF(note.getKey());
        out.writeUTF(note.getValue());
      }
      writeSpec(out);
      out.writeInt(state.size());
      for (Map.Entry<String, Object> array : state.entrySet()) {
        out.writeUTF(array.getKey());
        writeArray(out, array.getValue());
      }
      CRC32 sum = new CRC32();
      sum.update(bytes.toByteArray());
      out.writeLong(sum.getValue());
    }
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    Files.write(temporary, bytes.toByteArray());
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeSpec(DataOutputStream out) throws IOException {
    TtfsParameters p = spec.neuron();
    for (double x : new double[] {p.tauM(), p.tauS(), p.capacitance(), p.leakPotential(), p.threshold()}) {
      out.writeDouble(x);
    }
    out.writeInt(spec.inputs());
    out.writeInt(spec.layers().size());
    for (LayerSpec layer : spec.layers()) {
      out.writeInt(layer.neurons());
      out.writeInt(layer.biasTimes().size());
      for (double t : layer.biasTimes()) {
        out.writeDouble(t);
      }
      out.writeDouble(layer.weightMean());
      out.writeDouble(layer.weightStd());
      out.writeDouble(layer.maxMissing());
      out.writeUTF(layer.delays().name());
    }
  }

  private static void writeArray(DataOutputStream out, Object array) throws IOException {
    if (array instanceof float[] floats) {
      out.writeByte('f');
      out.writeInt(floats.length);
      for (float x : floats) {
        out.writeFloat(x);
      }
    } else {
      double[] doubles = (double[]) array;
      out.writeByte('d');
      out.writeInt(doubles.length);
      for (double x : doubles) {
        out.writeDouble(x);
      }
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException if it is missing, of another kind or version, cut off or damaged; names the file
   */
  public static NetworkFile read(Path file) throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
    try (DataInputStream in = new DataInputStream(checked)) {
      if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new IOException(file + ": not a saved time-to-first-spike network (it does not start with RANVTTFS)");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(file + ": version " + version + ", this program reads version " + VERSION);
      }
      Map<String, String> notes = new LinkedHashMap<>();
      for (int n = count(in, file); n > 0; n--) {
        notes.put(in.readUTF(), in.readUTF());
      }
      NetworkSpec spec = readSpec(in, file);
      Map<String, Object> state = new LinkedHashMap<>();
      for (int n = count(in, file); n > 0; n--) {
        state.put(in.readUTF(), readArray(in, file));
      }
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException(file + ": damaged: its checksum does not match its contents");
      }
      return new NetworkFile(notes, spec, state);
    } catch (EOFException cut) {
      throw new IOException(file + ": cut off; save or copy it again", cut);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": damaged: " + wrong.getMessage(), wrong);
    }
  }

  private static int count(DataInputStream in, Path file) throws IOException {
    int n = in.readInt();
    // Nothing is shorter than a byte: a damaged count must not ask for memory that the file cannot fill.
    if (n < 0 || n > Files.size(file)) {
      throw new IOException(file + ": damaged: a count of " + n);
    }
    return n;
  }

  private static NetworkSpec readSpec(DataInputStream in, Path file) throws IOException {
    TtfsParameters neuron =
        new TtfsParameters(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    int inputs = in.readInt();
    List<LayerSpec> layers = new ArrayList<>();
    for (int n = count(in, file); n > 0; n--) {
      int neurons = in.readInt();
      List<Double> biases = new ArrayList<>();
      for (int b = count(in, file); b > 0; b--) {
        biases.add(in.readDouble());
      }
      layers.add(new LayerSpec(neurons, biases, in.readDouble(), in.readDouble(), in.readDouble(),
          DelayKind.valueOf(in.readUTF())));
    }
    return new NetworkSpec(inputs, layers, neuron);
  }

  private static Object readArray(DataInputStream in, Path file) throws IOException {
    byte type = in.readByte();
    int length = count(in, file);
    if (type == 'f') {
      float[] floats = new float[length];
      for (int i = 0; i < length; i++) {
        floats[i] = in.readFloat();
      }
      return floats;
    }
    if (type != 'd') {
      throw new IOException(file + ": damaged: an array of type " + type);
    }
    double[] doubles = new double[length];
    for (int i = 0; i < length; i++) {
      doubles[i] = in.readDouble();
    }
    return doubles;
  }
}
