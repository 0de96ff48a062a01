package ranvier.engine.kernel;

/** Names of the offsets that relate stored state to the variables that users see. */
final class StateOffsets {
  private StateOffsets() {}

  static String key(String population, int block, String variable) {
    return population + "/" + block + "/" + variable;
  }
}
