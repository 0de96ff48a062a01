package ranvier.engine.network;

/**
 * One thing wrong with a description.
 *
 * @param path where, as keys joined by dots and indices in brackets: {@code populations.E.size}
 * @param message what: the value, the rule it breaks and, where there is one, the remedy
 */
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
