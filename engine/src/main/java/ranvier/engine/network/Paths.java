package ranvier.engine.network;

import java.util.Locale;

/**
 * How problems name the parts of a description, as keys joined by dots and indices in brackets: by name for
 * descriptions made in Java ({@link #byName}), by position where the user wrote a list.
 */
public interface Paths {
  /** The population at a position of the network's list. */
  String population(int index);

  /** The spike trains at a position of the network's list. */
  String spikeTrains(int index);

  /** The projection at a position of the network's list. */
  String projection(int index);

  /** Where the numbers of a projection's rule stand. */
  String rule(int projection);

  /** The stimulus at a position of the network's list. */
  String stimulus(int index);

  /** The probe at a position of the network's list. */
  String probe(int index);

  /** Paths by name: {@code projections.e-to-i.rule.in_degree}. */
  static Paths byName(Network network) {
    return new Paths() {
      @Override
      public String population(int index) {
        return at("populations", network.populations().get(index).name());
      }

      @Override
      public String spikeTrains(int index) {
        return at("spike_trains", network.spikeTrains().get(index).name());
      }

      @Override
      public String projection(int index) {
        return at("projections", network.projections().get(index).name());
      }

      @Override
      public String rule(int projection) {
        return projection(projection) + ".rule";
      }

      @Override
      public String stimulus(int index) {
        return at("stimuli", network.stimuli().get(index).name());
      }

      @Override
      public String probe(int index) {
        return at("probes", network.probes().get(index).name());
      }
    };
  }

  /** The path of a key below a path; keys that hold dots, brackets, quotes or blanks are quoted. */
  static String at(String path, String key) {
    boolean plain = !key.isEmpty() && key.chars()
        .noneMatch(c -> c == '.' || c == '[' || c == ']' || c == '"' || c <= ' ' || Character.isISOControl(c));
    if (plain) {
      return path.isEmpty() ? key : path + "." + key;
    }
    StringBuilder quoted = new StringBuilder(path).append("[\"");
    key.chars().forEach(c -> {
      if (Character.isISOControl(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
      }
    });
    return quoted.append("\"]").toString();
  }

  /** The path of an element below a path. */
  static String at(String path, int index) {
    return path + "[" + index + "]";
  }
}
