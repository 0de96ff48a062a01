package ranvier.cli;

import java.util.Locale;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.kernel.Timing;
import ranvier.engine.network.Network;
import ranvier.formats.NetworkFile;
import ranvier.formats.RunBlock;
import ranvier.scenarios.RunSettings;

/** What was simulated, as a network file that gives the same spikes again, for the report. */
final class EffectiveDescription {
  private static final int LONGEST = 500_000;

  private EffectiveDescription() {}

  /**
   * The description as YAML, cut where it becomes too long to be read; empty if there is no network.
   *
   * @param network may be null
   */
  static String of(Network network, RunSettings settings) {
    if (network == null) {
      return "";
    }
    RunBlock run = new RunBlock(settings.durationMs(), settings.transientMs(), settings.dtMs(), settings.seed(),
        Timing.valueOf(settings.timing().toUpperCase(Locale.ROOT)), settings.singlePrecision(), settings.record());
    String text = new NetworkFile(network, run).yaml();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n# cut here: "
        + Quantity.count(text.length() - LONGEST) + " more characters\n";
  }
}
