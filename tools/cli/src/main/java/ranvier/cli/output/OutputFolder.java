package ranvier.cli.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import ranvier.cli.WrongInputException;

/**
 * The folder that takes a run's results, held by one process at a time: opening it creates it, proves that it can be
 * written, and locks it; what a run that died left behind is removed. Closing it removes the work folder and the lock.
 */
public final class OutputFolder implements AutoCloseable {
  private static final String LOCK = ".ranvier.lock";
  /** How files are called until they are whole. */
  private static final String HALF_WRITTEN = "*.partial";
  private static final String WORK = ".ranvier-work";

  private final Path folder;
  private final FileChannel lockChannel;

  private OutputFolder(Path folder, FileChannel lockChannel) {
    this.folder = folder;
    this.lockChannel = lockChannel;
  }

  /**
   * Takes the folder.
   *
   * @throws WrongInputException if it cannot be written or another run holds it
   */
  public static OutputFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel = lock(folder);
      OutputFolder opened = new OutputFolder(folder, channel);
      try {
        remove(opened.workFolder());
        Files.createDirectory(opened.workFolder());
        removeHalfWritten(folder);
      } catch (IOException notWritable) {
        channel.close();
        throw notWritable;
      }
      return opened;
    } catch (IOException refused) {
      throw new WrongInputException("cannot write to the folder " + folder + ": " + reason(refused)
          + "; choose another one with --out");
    }
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** An empty folder in it for large intermediate files; gone when this is closed. */
  public Path workFolder() {
    return folder.resolve(WORK);
  }

  @Override
  public void close() throws IOException {
    try (lockChannel) {
      remove(workFolder());
      Files.deleteIfExists(folder.resolve(LOCK));
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new OverlappingFileLockException();
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
      return channel;
    } catch (OverlappingFileLockException held) {
      channel.close();
      String holder = Files.readString(folder.resolve(LOCK), StandardCharsets.US_ASCII).strip();
      throw new WrongInputException("another run" + (holder.isEmpty() ? "" : " (process " + holder + ")")
          + " writes to " + folder + "; wait for it, or choose another folder with --out");
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static void removeHalfWritten(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, HALF_WRITTEN)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void remove(Path tree) throws IOException {
    if (Files.isDirectory(tree)) {
      try (Stream<Path> inside = Files.walk(tree)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static String reason(IOException refused) {
    return switch (refused) {
      case AccessDeniedException e -> "permission denied";
      case FileAlreadyExistsException e -> e.getFile() + " is a file";
      case NotDirectoryException e -> e.getFile() + " is not a directory";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> refused.getMessage();
    };
  }
}
