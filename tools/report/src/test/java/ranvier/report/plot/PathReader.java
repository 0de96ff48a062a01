package ranvier.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paths back, for tests. */
final class PathReader {
  /** A piece of a path from one place to another, as the pen went. */
  record Stroke(int x1, int y1, int x2, int y2) {}

  /** The strokes of each sub-path. */
  final List<List<Stroke>> parts = new ArrayList<>();

  PathReader(String path) {
    Matcher commands = Pattern.compile("([Mmlh])([-0-9 ]+)").matcher(path);
    int x = 0;
    int y = 0;
    int end = 0;
    while (commands.find()) {
      if (commands.start() != end) {
        throw new AssertionError("cannot read " + path.substring(end, commands.start()));
      }
      end = commands.end();
      List<Integer> numbers = new ArrayList<>();
      Matcher number = Pattern.compile("-?\\d+").matcher(commands.group(2));
      while (number.find()) {
        numbers.add(Integer.valueOf(number.group()));
      }
      char command = commands.group(1).charAt(0);
      for (int i = 0; i < numbers.size(); i += command == 'h' ? 1 : 2) {
        int fromX = x;
        int fromY = y;
        boolean absolute = command == 'M';
        x = (absolute ? 0 : x) + numbers.get(i);
        y = command == 'h' ? y : (absolute ? 0 : y) + numbers.get(i + 1);
        if (command == 'M' || command == 'm') {
          parts.add(new ArrayList<>());
        } else {
          parts.getLast().add(new Stroke(fromX, fromY, x, y));
        }
      }
    }
    if (end != path.length()) {
      throw new AssertionError("cannot read " + path.substring(end));
    }
  }

  List<Stroke> strokes() {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Whether the pen never left the view box. */
  boolean staysInside() {
    return strokes().stream().allMatch(s -> inside(s.x1) && inside(s.y1) && inside(s.x2) && inside(s.y2));
  }

  private static boolean inside(int place) {
    return place >= 0 && place <= Strokes.UNITS;
  }
}
