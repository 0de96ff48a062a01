package ranvier.formats.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Problem;

/** Reads whole text files in UTF-8. */
public final class TextFile {
  /** Largest file that is read, in bytes. */
  public static final int LARGEST = 128 << 20;

  private TextFile() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws InvalidNetworkException if there is no such file, it cannot be read, is empty, too large or no text
   */
  public static String read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (NoSuchFileException e) {
      throw wrong(file, "there is no such file");
    } catch (AccessDeniedException e) {
      throw wrong(file, "the file may not be read: permission denied");
    } catch (IOException e) {
      throw wrong(file, Files.isDirectory(file) ? "is a directory, not a file" : "cannot be read: " + e.getMessage());
    }
    if (bytes.length > LARGEST) {
      throw wrong(file, "is larger than " + (LARGEST >> 20)
          + " MiB, the most that is read; describe connections by a rule instead of listing them");
    }
    String text = decode(file, bytes);
    if (text.isBlank()) {
      throw wrong(file, "is empty");
    }
    return text;
  }

  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer chunk = CharBuffer.allocate(1 << 14);
    StringBuilder text = new StringBuilder(bytes.length);
    boolean more = true;
    while (more) {
      CoderResult result = decoder.decode(in, chunk, true);
      for (int i = 0; i < chunk.position(); i++) {
        if (chunk.get(i) == 0) {
          throw wrong(file, "is not a text file: it holds bytes that are 0");
        }
      }
      text.append(chunk.flip());
      chunk.clear();
      if (result.isError()) {
        throw wrong(file, String.format("is not a text file in UTF-8: byte 0x%02x at offset %d",
            bytes[in.position()], in.position()));
      }
      more = result.isOverflow();
    }
    return text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.substring(1) : text.toString();
  }

  private static InvalidNetworkException wrong(Path file, String message) {
    return new InvalidNetworkException(List.of(new Problem(file.toString(), message)));
  }
}
