package ranvier.scenarios.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes (the format of MNIST), plain or gzip-compressed.
 *
 * @param shape lengths of the dimensions
 * @param bytes the values, last dimension fastest
 */
public record IdxFile(int[] shape, byte[] bytes) {
  private static final int UNSIGNED_BYTES = 0x08;
  private static final long LARGEST = 1L << 30;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is not IDX of unsigned bytes, or is cut off; names file and offset
   */
  public static IdxFile read(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        DataInputStream in = new DataInputStream(unpacked(raw))) {
      int magic = in.readInt();
      int dimensions = magic & 0xFF;
      if (magic >>> 16 != 0 || ((magic >>> 8) & 0xFF) != UNSIGNED_BYTES || dimensions == 0) {
        throw new IOException(file + ": offset 0: not an IDX file of unsigned bytes, magic number "
            + Integer.toHexString(magic));
      }
      int[] shape = new int[dimensions];
      long size = 1;
      for (int d = 0; d < dimensions; d++) {
        shape[d] = in.readInt();
        if (shape[d] < 0 || (size *= shape[d]) > LARGEST) {
          throw new IOException(file + ": offset " + (4 + 4 * d) + ": dimensions " + Arrays.toString(shape)
              + " are negative or above " + LARGEST + " bytes");
        }
      }
      byte[] bytes = in.readNBytes((int) size);
      if (bytes.length < size) {
        throw new IOException(file + ": cut off: " + size + " bytes follow the header of shape "
            + Arrays.toString(shape) + ", found " + bytes.length);
      }
      return new IdxFile(shape, bytes);
    } catch (EOFException cut) {
      throw new IOException(file + ": cut off", cut);
    } catch (ZipException damaged) {
      throw new IOException(file + ": damaged: " + damaged.getMessage(), damaged);
    }
  }

  /** Whether a file begins as one, compressed or not; says nothing about the rest. */
  public static boolean isIdx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(3);
      boolean gzip = start.length > 1 && start[0] == (byte) 0x1F && start[1] == (byte) 0x8B;
      return gzip || (start.length == 3 && start[0] == 0 && start[1] == 0 && start[2] == UNSIGNED_BYTES);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }
}
