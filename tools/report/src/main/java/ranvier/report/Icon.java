package ranvier.report;

import ranvier.report.markup.Markup;

/** Small drawings in the colour of the text beside them, which says the same in words. */
enum Icon {
  HOLDS("M3.5 8.5l3 3 6-7"),
  FAILS("M4 4l8 8M12 4l-8 8"),
  END("M4 14V2.5h8.5l-2 3 2 3H4"),
  STOPPED("M5.5 3.5v9M10.5 3.5v9"),
  NONE("M3.5 8h9"),
  /** An axon and its myelin, with the nodes between. */
  RANVIER("M5 8h3M16.5 8h3M28 8h3", 36);

  private final String path;
  private final int width;

  Icon(String path) {
    this(path, 16);
  }

  Icon(String path, int width) {
    this.path = path;
    this.width = width;
  }

  void write(Markup page) {
    page.open("svg", "class", "icon", "aria-hidden", "true", "width", Integer.toString(width), "height", "16",
        "viewBox", "0 0 " + width + " 16");
    page.leaf("path", "d", path).close();
  }
}
