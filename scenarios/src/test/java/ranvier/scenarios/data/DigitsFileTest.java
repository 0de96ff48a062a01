package ranvier.scenarios.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsFileTest {
  @TempDir
  private Path folder;

  private static String line(String first, int label) {
    return first + String.join("", Collections.nCopies(63, ",16")) + "," + label + "\n";
  }

  private Path packed(String text) throws IOException {
    Path file = folder.resolve("digits.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void assertRefused(Path file, String part) {
    String message = assertThrows(IOException.class, () -> DigitsFile.read(file)).getMessage();
    assertTrue(message.contains(file.toString()) && message.contains(part), message);
  }

  @Test
  void readsGreyValuesAndLabels() throws IOException {
    LabelledImages digits = DigitsFile.read(packed(line("0", 7) + line("4", 0)));
    assertArrayEquals(new int[] {7, 0}, digits.labels());
    assertEquals(0, digits.pixels()[0]);
    assertEquals(255, digits.pixels()[1]);
    assertEquals(255 / 4f, digits.pixels()[64]);
    assertEquals(8, digits.rows());
    assertEquals(8, digits.columns());
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    assertRefused(packed(line("0", 7) + line("17", 1)), ":2: expected a whole number from 0 to 16, got '17'");
    assertRefused(packed(line("0", 10)), ":1: expected a whole number from 0 to 9");
    assertRefused(packed(line("-1", 1)), "got '-1'");
    assertRefused(packed("1,2,3\n"), "64 grey values and a label, got 3 cells");
    Path file = packed(line("0", 7));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(file, "damaged");
    Files.writeString(file, line("0", 7));
    assertRefused(file, "damaged");
    assertRefused(folder.resolve("nowhere"), "sudo apt-get install --no-install-recommends python3-sklearn");
  }

  @Test
  void theInstalledDigitsAreThePublishedOnes() throws IOException {
    Assumptions.assumeTrue(Files.isReadable(DigitsFile.INSTALLED),
        "the digits are not installed: sudo apt-get install --no-install-recommends python3-sklearn");
    LabelledImages digits = DigitsFile.read(DigitsFile.INSTALLED);
    // Per digit as the repository's notes on its test part say.
    assertEquals(List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180), digits.counts());
  }
}
