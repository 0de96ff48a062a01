package ranvier.report;

import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.result.RunResult;

/** How to get this result again, and how to see that it is the same. */
final class Provenance {
  private static final int MOST_DESCRIPTION = 200_000;

  private final RunResult result;
  private final String description;
  private final List<String> command;

  Provenance(RunResult result, String description, List<String> command) {
    this.result = result;
    this.description = description;
    this.command = command;
  }

  void write(Markup page) {
    page.open("section", "id", "again").element("h2", "Run it again");
    page.open("div", "class", "card provenance");
    if (!command.isEmpty()) {
      page.element("h3", "Command");
      page.open("div", "class", "copy").open("pre").element("code", ShellCommand.quote(command)).close().close();
    }
    page.element("h3", "Spike hash");
    if (result.spikeHash() == null || result.spikeHash().isEmpty()) {
      page.element("p", "No spikes were recorded, so there is no hash.");
    } else {
      page.element("p", "SHA-256 over all spikes in canonical order, the transient included. The same description,"
          + " seed and version give the same hash with any number of threads.");
      page.open("div", "class", "copy").open("pre").element("code", result.spikeHash()).close().close();
    }
    if (!description.isEmpty()) {
      description(page);
    }
    page.close().closeLine();
  }

  private void description(Markup page) {
    String text = description;
    page.open("details").open("summary").element("span", "Effective description");
    page.element("span", " " + Numerals.count(text.lines().count()) + " lines, defaults filled in", "class", "soft");
    page.close();
    boolean cut = text.length() > MOST_DESCRIPTION;
    if (cut) {
      page.element("p", "The first " + Numerals.count(MOST_DESCRIPTION) + " of " + Numerals.count(text.length())
          + " characters are shown.");
    }
    page.open("div", "class", "copy").open("pre", "class", "long");
    page.element("code", cut ? text.substring(0, MOST_DESCRIPTION) : text).close().close().close();
  }
}
