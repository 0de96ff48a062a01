package ranvier.formats.internal;

import ranvier.engine.network.InvalidNetworkException;

/** A JSON or YAML text as a tree. */
public final class Document {
  private Document() {}

  /**
   * The tree of a text.
   *
   * @param source what to call the text in messages: the name of its file, whose end may tell the syntax
   * @param findings takes keys that are given twice
   * @throws InvalidNetworkException with line and column if the text breaks the syntax
   */
  public static Node parse(String text, String source, Findings findings) {
    TreeBuilder tree = new TreeBuilder(source, findings);
    tree.at(1, 1);
    if (Syntax.of(source, text) == Syntax.JSON) {
      JsonTree.read(text, tree);
    } else {
      YamlTree.read(text, tree);
    }
    if (tree.root() == null) {
      throw tree.wrong("the document is empty");
    }
    return tree.root();
  }
}
