package ranvier.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
  @TempDir
  private Path root;

  private void file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Finding finding(String subject) {
    return new Examination(root, root.resolve("bin").toString()).findings().stream()
        .filter(f -> f.subject().equals(subject)).findFirst().orElseThrow();
  }

  @Test
  void anEmptyMachineGetsRemedies() {
    assertEquals("sudo apt-get install maven", finding("Maven").remedy());
    assertEquals("sudo apt-get install dataset-fashion-mnist", finding("Fashion-MNIST").remedy());
    assertTrue(finding("JDK").isGood());
  }

  @Test
  void hugePagesAreReadFromTheKernel() throws IOException {
    file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    assertEquals(Finding.good("huge pages", "transparent, madvise"), finding("huge pages"));

    file("sys/kernel/mm/transparent_hugepage/enabled", "always madvise [never]\n");
    assertTrue(finding("huge pages").remedy().contains("echo madvise"));
  }

  @Test
  void theContainersMemoryLimitIsTold() throws IOException {
    file("sys/fs/cgroup/memory.max", "1073741824\n");
    assertTrue(finding("memory").found().endsWith("limited by the container to 1.0 GiB"), finding("memory").found());

    file("sys/fs/cgroup/memory.max", "max\n");
    assertTrue(!finding("memory").found().contains("container"), finding("memory").found());
  }

  @Test
  void aDataSetCountsOnlyIfAllOfItIsThere() throws IOException {
    for (String name : new String[] {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz"}) {
      file("usr/share/datasets/fashion-mnist/" + name, "");
    }
    assertTrue(!finding("Fashion-MNIST").isGood());

    file("usr/share/datasets/fashion-mnist/t10k-labels-idx1-ubyte.gz", "");
    assertTrue(finding("Fashion-MNIST").isGood());
  }

  @Test
  void mavenIsFoundOnThePath() throws IOException {
    file("bin/mvn", "#!/bin/sh\n");
    assertTrue(root.resolve("bin/mvn").toFile().setExecutable(true));
    assertEquals(Finding.good("Maven", root.resolve("bin/mvn").toString()), finding("Maven"));
  }
}
