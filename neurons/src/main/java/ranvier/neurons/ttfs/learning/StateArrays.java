package ranvier.neurons.ttfs.learning;

import java.util.Map;

/** Takes arrays out of a saved state and checks them. */
final class StateArrays {
  private StateArrays() {}

  static double[] doubles(Map<String, Object> state, String name, int length) {
    if (state.get(name) instanceof double[] array && array.length == length) {
      return array.clone();
    }
    throw wrong(state, name, "double", length);
  }

  static float[] floats(Map<String, Object> state, String name, int length) {
    if (state.get(name) instanceof float[] array && array.length == length) {
      return array.clone();
    }
    throw wrong(state, name, "float", length);
  }

  private static IllegalArgumentException wrong(Map<String, Object> state, String name, String type, int length) {
    Object found = state.get(name);
    String what = switch (found) {
      case null -> "nothing";
      case double[] d -> d.length + " doubles";
      case float[] f -> f.length + " floats";
      default -> found.getClass().getSimpleName();
    };
    return new IllegalArgumentException("the saved network does not fit: " + name + " needs " + length + " " + type
        + "s, found " + what + "; was it saved with other layers or another precision?");
  }
}
