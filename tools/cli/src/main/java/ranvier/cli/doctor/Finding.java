package ranvier.cli.doctor;

/**
 * One thing that was looked for.
 *
 * @param subject what: {@code huge pages}
 * @param found what there is
 * @param remedy what to do about it, as a command or a sentence; empty if all is well
 */
public record Finding(String subject, String found, String remedy) {
  /** All is well. */
  static Finding good(String subject, String found) {
    return new Finding(subject, found, "");
  }

  /** Whether there is nothing to do. */
  public boolean isGood() {
    return remedy.isEmpty();
  }
}
