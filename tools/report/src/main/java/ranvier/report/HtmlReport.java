package ranvier.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.plot.Palette;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * The report of a run: one HTML file that needs nothing else. Its content policy lets a browser load nothing from
 * anywhere and run only the script that is part of it, whatever the names in the result contain.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report. The file appears whole or not at all.
   *
   * @param description the effective description of the network as text; empty if there is none
   * @param rerunCommand program and arguments that give this result again, unquoted
   * @param file replaced if it exists; its folder must exist
   * @throws IOException if it cannot be written
   */
  public static void write(RunResult result, String description, List<String> rerunCommand, Path file)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, render(result, description, rerunCommand));
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The report as text: a function of its arguments alone. */
  public static String render(RunResult result, String description, List<String> rerunCommand) {
    String script = resource("report.js");
    Markup page = new Markup();
    page.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head(page, result.scenario(), result.version(), "'sha256-" + sha256(script) + "'", "");
    page.open("body");
    new Header(result).write(page);
    Navigation.write(page, result);
    page.open("main");
    new Tiles(result).write(page);
    ChecksTable.write(page, result.checks());
    Palette palette = new Palette(result.populations().stream().map(PopulationResult::name).toList());
    PopulationsTable.write(page, result.populations(), palette);
    Sections.write(page, result.sections(), palette);
    MetricsTable.write(page, result.metrics());
    new Provenance(result, description, rerunCommand).write(page);
    page.closeLine();
    page.open("script").trusted(script).close();
    page.close().close();
    return page.finish() + "\n";
  }

  private static void head(Markup page, String title, String version, String scripts, String style) {
    page.open("head");
    page.leaf("meta", "charset", "utf-8");
    page.leaf("meta", "http-equiv", "Content-Security-Policy", "content",
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + scripts);
    page.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.leaf("meta", "name", "color-scheme", "content", "light dark");
    page.leaf("meta", "name", "generator", "content", "Ranvier " + version);
    page.element("title", title + " · Ranvier");
    page.open("style").trusted(resource("report.css") + style).close();
    page.closeLine();
  }

  /**
   * Begins another page that looks like the report: everything up to its body. It may run no script.
   *
   * @param style further rules, which do not come from data
   */
  public static void begin(Markup page, String title, String version, String style) {
    page.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head(page, title, version, "'none'", style);
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + name + " of the report module", unreadable);
    }
  }
}
