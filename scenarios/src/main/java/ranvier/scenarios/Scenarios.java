package ranvier.scenarios;

import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All scenarios on the path, by name. */
public final class Scenarios {
  private Scenarios() {}

  /** The scenarios that the service loader finds, by name. */
  public static Map<String, Scenario> installed() {
    Map<String, Scenario> byName = new TreeMap<>();
    ServiceLoader.load(Scenario.class).forEach(s -> byName.put(s.name(), s));
    return Collections.unmodifiableMap(byName);
  }
}
