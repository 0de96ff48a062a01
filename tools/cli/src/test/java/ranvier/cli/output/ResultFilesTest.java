package ranvier.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir
  private Path folder;

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static ResultFiles.Writer text(String text) {
    return (result, file) -> Files.writeString(file, text);
  }

  @Test
  void writesAllFilesUnderTheirNames() throws IOException {
    new ResultFiles().file("report.html", text("r")).file("summary.json", text("s")).write(null, folder);

    assertEquals(List.of("report.html", "summary.json"), files());
    assertEquals("s", Files.readString(folder.resolve("summary.json")));
  }

  @Test
  void removesWhatAnEarlierRunWroteAndThisOneDoesNot() throws IOException {
    Files.writeString(folder.resolve("spikes.csv"), "old");
    new ResultFiles().file("spikes.csv", null).file("summary.json", text("s")).write(null, folder);

    assertEquals(List.of("summary.json"), files());
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNoSummary() throws IOException {
    Files.writeString(folder.resolve("summary.json"), "old");
    ResultFiles files = new ResultFiles().file("report.html", text("r")).file("spikes.h5", (result, file) -> {
      throw new IOException("cannot write " + file + ": No space left on device");
    }).file("summary.json", text("s"));

    assertThrows(IOException.class, () -> files.write(null, folder));
    assertEquals(List.of("report.html"), files());
  }

  @Test
  void aFolderIsCreatedWithItsParentsAndCleanedOfDeadRuns() throws IOException {
    Path deep = folder.resolve("a/b");
    Files.createDirectories(deep.resolve(".ranvier-work/old"));
    Files.writeString(deep.resolve(".ranvier-work/old/spikes.bin"), "x");
    Files.writeString(deep.resolve("report.html.partial"), "half");
    try (OutputFolder opened = OutputFolder.take(deep)) {
      assertTrue(Files.isDirectory(opened.workFolder()));
      try (var left = Files.list(opened.workFolder())) {
        assertEquals(0, left.count());
      }
      assertFalse(Files.exists(deep.resolve("report.html.partial")));
    }
    try (var left = Files.list(deep)) {
      assertEquals(0, left.count());
    }
  }
}
