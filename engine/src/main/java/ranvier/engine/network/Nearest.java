package ranvier.engine.network;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Suggestions for misspelt names. */
public final class Nearest {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LIST = 12;
  private static final int SHORTEST_BEGINNING = 3;

  private Nearest() {}

  /** " (did you mean X?)" for the nearest of the valid names, or the list of them where none is near. */
  public static String suggestion(String name, Collection<String> valid) {
    String best = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : name.length() > LONGEST_NAME ? List.<String>of() : valid) {
      int d = difference(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (d < least) {
        least = d;
        best = candidate;
      }
    }
    if (best != null) {
      return " (did you mean " + best + "?)";
    }
    if (valid.isEmpty()) {
      return "";
    }
    return " (valid: " + valid.stream().limit(LONGEST_LIST).collect(Collectors.joining(", "))
        + (valid.size() > LONGEST_LIST ? ", and " + (valid.size() - LONGEST_LIST) + " more)" : ")");
  }

  /** Edits from one to the other; leaving off the end, such as a unit, is a small slip however long the end. */
  private static int difference(String a, String b) {
    boolean isBeginning = Math.min(a.length(), b.length()) >= SHORTEST_BEGINNING
        && (a.startsWith(b) || b.startsWith(a));
    return isBeginning ? Math.min(1, distance(a, b)) : distance(a, b);
  }

  /** Levenshtein distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
