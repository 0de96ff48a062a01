package ranvier.report.plot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pictures of up to 256 colours as PNG (ISO/IEC 15948): an indexed image, without filters, whose first colour is
 * transparent.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte INDEXED = 3;

  private Png() {}

  /**
   * A picture as the address of an image.
   *
   * @param pixels index of the colour of each pixel, row by row from the top; 0 is transparent
   * @param colours 0xRRGGBB, at most 256; the first is not shown
   */
  static String dataUri(byte[][] pixels, int[] colours) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(pixels, colours));
  }

  static byte[] encode(byte[][] pixels, int[] colours) {
    int width = pixels[0].length;
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(pixels.length).put((byte) 8).put(INDEXED).put((byte) 0).put((byte) 0).put((byte) 0);
    ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
    for (int colour : colours) {
      palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    ByteBuffer rows = ByteBuffer.allocate((width + 1) * pixels.length);
    for (byte[] row : pixels) {
      rows.put((byte) 0).put(row);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header.array());
    chunk(file, "PLTE", palette.array());
    chunk(file, "tRNS", new byte[] {0});
    chunk(file, "IDAT", deflate(rows.array()));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  private static byte[] deflate(byte[] data) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        compressed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return compressed.toByteArray();
  }
}
