package ranvier.formats.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Problem;

/** Collects what is wrong with a document, up to a number that a person may still read. */
public final class Findings {
  /** Problems kept; further ones are counted only. */
  static final int MOST = 200;

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private int dropped;

  /** Notes a problem. */
  public void add(String path, String message) {
    paths.add(path);
    if (problems.size() < MOST) {
      problems.add(new Problem(path, message));
    } else {
      dropped++;
    }
  }

  /** Says that a stand-in was read at a path: what follows from it is no further problem. */
  public void standsIn(String path) {
    paths.add(path);
  }

  /** How many problems were noted. */
  public int count() {
    return problems.size() + dropped;
  }

  /**
   * Notes problems that follow from what was read, except those that an earlier one at or above their path explains.
   */
  public void addDerived(List<Problem> derived) {
    Set<String> told = Set.copyOf(paths);
    for (Problem p : derived) {
      if (!isExplained(told, p.path())) {
        add(p.path(), p.message());
      }
    }
  }

  private static boolean isExplained(Set<String> told, String path) {
    if (told.contains(path)) {
      return true;
    }
    for (int i = path.length() - 1; i > 0; i--) {
      char c = path.charAt(i);
      if ((c == '.' || c == '[') && told.contains(path.substring(0, i))) {
        return true;
      }
    }
    return false;
  }

  /** Everything noted, in order; the last one tells how many there was no room for. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (dropped > 0) {
      all.add(new Problem("", "and " + dropped + " more problems"));
    }
    return List.copyOf(all);
  }

  /**
   * Goes on if nothing was noted.
   *
   * @throws InvalidNetworkException otherwise
   */
  public void throwIfAny() {
    if (count() > 0) {
      throw new InvalidNetworkException(problems());
    }
  }
}
