package ranvier.cli;

import java.util.List;

/** What the user gave cannot be run: the message names it, the rule and the remedy. Ends in {@link ExitCode#WRONG}. */
public final class WrongInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One problem. */
  public WrongInputException(String message) {
    super(message);
  }

  /** All problems of an input at once, one per line. */
  public WrongInputException(List<String> problems) {
    this(String.join("\n", problems));
  }
}
