package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void anotherDecoderReadsEveryPixel() throws IOException {
    Random random = new Random(2);
    int[] colours = random.ints(256, 0, 0x1000000).toArray();
    byte[][] pixels = new byte[37][53];
    for (byte[] row : pixels) {
      random.nextBytes(row);
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(pixels, colours)));
    assertEquals(53, image.getWidth());
    assertEquals(37, image.getHeight());
    for (int r = 0; r < 37; r++) {
      for (int c = 0; c < 53; c++) {
        int index = pixels[r][c] & 0xFF;
        int argb = image.getRGB(c, r);
        assertEquals(index == 0 ? 0 : 0xFF, argb >>> 24);
        assertEquals(index == 0 ? argb & 0xFFFFFF : colours[index], argb & 0xFFFFFF);
      }
    }
  }
}
