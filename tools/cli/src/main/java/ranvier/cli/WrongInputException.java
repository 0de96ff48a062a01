package ranvier.cli;

import java.util.List;

/** What the user gave cannot be run: the message names it, the rule and the remedy. Ends in {@link ExitCode#WRONG}. */
public final class WrongInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One problem. */
  public WrongInputException(String message) {
    super(message);
  }

  /** Throws one with all problems of an input, one per line, if there are any. */
  public static void throwIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new WrongInputException(String.join("\n", problems));
    }
  }
}
