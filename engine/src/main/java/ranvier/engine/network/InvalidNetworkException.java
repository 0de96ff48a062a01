package ranvier.engine.network;

import java.util.List;
import java.util.stream.Collectors;

/** A description that cannot run; carries everything that is wrong with it, not the first thing only. */
public final class InvalidNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Takes at least one problem. */
  public InvalidNetworkException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of the description. */
  public List<Problem> problems() {
    return problems;
  }
}
