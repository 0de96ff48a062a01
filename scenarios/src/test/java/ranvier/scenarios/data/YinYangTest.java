package ranvier.scenarios.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YinYangTest {
  @TempDir
  private Path folder;

  @Test
  void firstSamplesOfSeedSevenAreThePublishedOnes() {
    YinYang set = YinYang.generate(7, 1000);
    double[] x = {0.5384958704104337, 0.3003390760896656, 0.3087336572978354, 0.682451951083068, 0.11000553116671952};
    double[] y = {0.5011204636599379, 0.5039551438872036, 0.46299639415441707, 0.5019234890075487, 0.7990021540091454};
    int[] classes = {0, 2, 2, 2, 1};
    for (int i = 0; i < x.length; i++) {
      assertEquals(x[i], set.x()[i]);
      assertEquals(y[i], set.y()[i]);
      assertEquals(classes[i], set.classes()[i]);
    }
    int[] counts = new int[3];
    for (int c : set.classes()) {
      counts[c]++;
    }
    assertArrayEquals(new int[] {319, 345, 336}, counts);
  }

  @Test
  void everySampleLiesInTheDiscAndHasTheClassOfItsPoint() {
    YinYang set = YinYang.generate(42, 5000);
    for (int i = 0; i < set.size(); i++) {
      assertTrue(YinYang.inDisc(set.x()[i], set.y()[i]));
      assertEquals(YinYang.classOf(set.x()[i], set.y()[i]), set.classes()[i]);
    }
  }

  @Test
  void areasOfTheClassesAreThoseOfTheFigure() {
    int side = 1500;
    int[] counts = new int[3];
    int inside = 0;
    for (int i = 0; i < side * side; i++) {
      double x = (i % side + 0.5) / side;
      double y = (Math.floorDiv(i, side) + 0.5) / side;
      if (YinYang.inDisc(x, y)) {
        counts[YinYang.classOf(x, y)]++;
        inside++;
      }
    }
    // Two dots of radius 0.1 cover 8 % of the disc of radius 0.5; the rest is shared evenly.
    assertEquals(0.08, (double) counts[2] / inside, 5e-4);
    assertEquals(0.46, (double) counts[0] / inside, 2e-3);
    assertEquals(0.46, (double) counts[1] / inside, 2e-3);
  }

  @Test
  void theTableReadsBackExactly() throws IOException {
    YinYang set = YinYang.generate(3, 20);
    Path file = folder.resolve("set.csv");
    set.writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("x,y,one_minus_x,one_minus_y,class", lines.getFirst());
    assertEquals(21, lines.size());
    for (int i = 0; i < 20; i++) {
      String[] cells = Pattern.compile(",").split(lines.get(i + 1), -1);
      assertEquals(set.x()[i], Double.parseDouble(cells[0]));
      assertEquals(set.y()[i], Double.parseDouble(cells[1]));
      assertEquals(1 - set.x()[i], Double.parseDouble(cells[2]));
      assertEquals(set.classes()[i], Integer.parseInt(cells[4]));
    }
  }
}
