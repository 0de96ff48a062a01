package ranvier.engine.random;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The random bits before a battery of others: Dieharder (R. G. Brown; Debian package {@code dieharder}, which contains
 * Marsaglia's Diehard and parts of NIST's suite), which reads them from a pipe. The stream is always the same, and so
 * are the p-values: a pass stays a pass. Without the program the tests are skipped. With
 * {@code -Dranvier.battery=all} all tests of the battery are run, which takes long.
 */
class BatteryTest {
  /** Ranks of 6x8 matrices, ones in bytes, runs, single bits. */
  private static final List<String> QUICK = List.of("3", "8", "15", "100");
  private static final int NEURONS = 1000;

  /** Fills a buffer with the next words. */
  private interface Words {
    void next(ByteBuffer buffer);
  }

  @Test
  void philoxPasses() throws IOException, InterruptedException {
    Philox philox = new Philox(1, Purpose.WEIGHT);
    int[] entity = new int[1];
    passes(buffer -> {
      for (int index = 0; buffer.hasRemaining(); index++) {
        buffer.putLong(philox.bits(entity[0], index));
      }
      entity[0]++;
    });
  }

  /** In the order in which a simulation draws: all neurons of a step, then the next step. */
  @Test
  void theHashOfPoissonCountsPasses() throws IOException, InterruptedException {
    PoissonTable table = new PoissonTable(1.0, 1, 0, false);
    long[] step = new long[1];
    passes(buffer -> {
      long keys = table.keys(0, step[0]++);
      for (int id = 0; buffer.hasRemaining(); id++) {
        buffer.putInt(PoissonTable.hash(id, (int) keys, (int) (keys >>> 32)));
      }
    });
  }

  private static void passes(Words words) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "dieharder is not installed: sudo apt-get install dieharder");
    if (System.getProperty("ranvier.battery", "").equals("all")) {
      passes(words, List.of("-a"));
    } else {
      for (String test : QUICK) {
        passes(words, List.of("-d", test));
      }
    }
  }

  /** Assessed as failed is a p-value within 1e-6 of 0 or 1. */
  private static void passes(Words words, List<String> tests) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("dieharder", "-g", "200"));
    command.addAll(tests);
    Process battery = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread feeder = new Thread(() -> feed(battery, words));
    feeder.start();
    String said = new String(battery.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    battery.waitFor();
    feeder.join();
    assertTrue(said.contains("PASSED") || said.contains("WEAK"), said);
    assertTrue(!said.contains("FAILED"), said);
  }

  private static void feed(Process battery, Words words) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * NEURONS).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(battery.getOutputStream(), 1 << 16)) {
      while (battery.isAlive()) {
        buffer.clear();
        words.next(buffer);
        out.write(buffer.array());
      }
    } catch (IOException enough) {
      // The battery has read what it wanted and closed the pipe.
    }
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("dieharder", "-l").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }
}
