package ranvier.scenarios.ttfs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import ranvier.scenarios.data.IdxFile;

/** Damaged and nonsensical input is either read or refused with a message that names it; nothing else is thrown. */
class ReaderProperties {
  private static Path file;

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("reader", ".input");
  }

  @AfterContainer
  static void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @Property(tries = 400)
  void damagedImageFilesAreNamed(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = ByteBuffer.allocate(16 + 2 * 256).putInt(0x803).putInt(2).putInt(16).putInt(16).array();
    if (random.nextBoolean()) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    for (int k = random.nextInt(4); k > 0; k--) {
      bytes[random.nextInt(Math.min(bytes.length, 40))] = (byte) random.nextInt();
    }
    Files.write(file, Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length));
    try {
      IdxFile read = IdxFile.read(file);
      long size = Arrays.stream(read.shape()).asLongStream().reduce(1, (a, b) -> a * b);
      assertTrue(size == read.bytes().length);
    } catch (IOException refused) {
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
    ask(InputCoding.SMALL_PIXELS, 256, file.toString());
  }

  @Property(tries = 600)
  void nonsenseInTablesIsRefusedWithItsLine(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String letters = "0123456789.,,,-+eE\n\nxyinfNa \u00e9\u0000";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "x,y,class\n0.5,0.5,1\n" : "");
    for (int k = random.nextInt(60); k > 0; k--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    Files.writeString(file, text, random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    ask(InputCoding.YINYANG, 4, file.toString());
    ask(InputCoding.TIMES, 3, "times:" + file);
  }

  @Property(tries = 600)
  void nonsenseAsAnArgumentIsRefused(@ForAll String text) {
    for (InputCoding coding : InputCoding.values()) {
      ask(coding, 4, text);
    }
  }

  private static void ask(InputCoding coding, int inputs, String argument) {
    Questions questions = new Questions(coding, inputs, Path.of("nowhere"));
    try {
      questions.read(argument);
      questions.found().forEach(q -> assertTrue(q.times().length == inputs));
    } catch (IllegalArgumentException refused) {
      assertFalse(refused.getMessage().isBlank());
    }
  }
}
