package ranvier.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Problem;
import ranvier.formats.internal.Document;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;
import ranvier.formats.internal.Syntax;
import ranvier.formats.internal.TextFile;
import ranvier.formats.internal.TextWriter;

/**
 * A network description as a file, in JSON or YAML, with what it asks for its run. The schema is documented in
 * {@code docs/network-file.md}.
 *
 * @param run {@link RunBlock#EMPTY} if the file has no such block
 */
public record NetworkFile(Network network, RunBlock run) {
  /** Looks for problems beyond those of the structure, such as unknown models. */
  public interface Check {
    /**
     * The problems of a network that may be wrong in other ways too.
     *
     * @param run what the file asks for, which may be wrong too
     * @param paths how the file names the parts of the network
     */
    List<Problem> problems(Network network, RunBlock run, Paths paths);
  }

  /**
   * Reads a file and checks its structure.
   *
   * @throws InvalidNetworkException with everything that is wrong
   */
  public static NetworkFile read(Path file) {
    return read(file, (network, run, paths) -> List.of());
  }

  /**
   * Reads a file, checks its structure and whatever {@code more} checks, and tells all problems at once.
   *
   * @throws InvalidNetworkException with everything that is wrong
   */
  public static NetworkFile read(Path file, Check more) {
    return parse(TextFile.read(file), file.toString(), more);
  }

  /**
   * Reads a text like {@link #read(Path, Check)}.
   *
   * @param source what to call the text in messages about its syntax; if it ends like the name of a JSON or YAML file,
   *     that is the syntax, otherwise JSON is what begins with a brace
   */
  public static NetworkFile parse(String text, String source, Check more) {
    Findings findings = new Findings();
    Node root = Document.parse(text, source, findings);
    NetworkFile file = NetworkReader.read(root, baseName(source), more, findings);
    findings.throwIfAny();
    return file;
  }

  /**
   * Writes the description as JSON if the file's name ends so, otherwise as YAML, as a whole or not at all; a file of
   * that name is replaced, its folder must exist.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    String text = Syntax.of(file.toString(), "") == Syntax.JSON ? json() : yaml();
    AtomicFile.write(file, partial -> Files.writeString(partial, text));
  }

  /** The description as JSON; reading it gives an equal description. */
  public String json() {
    return TextWriter.json(document());
  }

  /** The description as YAML; reading it gives an equal description. */
  public String yaml() {
    return TextWriter.yaml(document());
  }

  /** The JSON Schema of the files (draft 2020-12). */
  public static String schema() {
    try (InputStream in = NetworkFile.class.getResourceAsStream("network.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }

  private Map<String, Object> document() {
    return NetworkWriter.document(network, run);
  }

  private static String baseName(String source) {
    Path name = Path.of(source).getFileName();
    String base = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
    return base.isBlank() ? "network" : base;
  }
}
