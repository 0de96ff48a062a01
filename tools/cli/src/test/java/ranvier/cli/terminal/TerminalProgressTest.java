package ranvier.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private static final String ERASE = "\r\033[K";

  private final StringWriter screen = new StringWriter();
  private long nowNanos;

  private TerminalProgress line(int columns) {
    return new TerminalProgress(new PrintWriter(screen), "brunel", columns, () -> nowNanos);
  }

  private List<String> paintings() {
    return List.of(screen.toString().split(ERASE.replace("[", "\\["), -1)).stream().skip(1).toList();
  }

  @Test
  void tellsPhaseFractionDetailAndTimeLeft() {
    TerminalProgress progress = line(100);
    progress.phase("simulating");
    nowNanos = 3_000_000_000L;
    progress.update(0.25, "275 ms, 0.6 x real time");

    assertEquals(List.of("brunel  simulating", "brunel  simulating  25 %  275 ms, 0.6 x real time  9 s left"),
        paintings());
  }

  @Test
  void foretellsNothingInTheFirstSecond() {
    TerminalProgress progress = line(100);
    progress.phase("building");
    nowNanos = 900_000_000L;
    progress.update(0.5, "");

    assertEquals("brunel  building  50 %", paintings().getLast());
  }

  @Test
  void paintsAtMostTenTimesASecond() {
    TerminalProgress progress = line(100);
    for (int k = 0; k < 1000; k++) {
      nowNanos = k * 1_000_000L;
      progress.update(k / 1000.0, "");
    }

    assertEquals(10, paintings().size());
  }

  @Test
  void neverWritesPastTheEdge() {
    TerminalProgress progress = line(20);
    progress.update(0.5, "a long detail that would wrap into a second line");

    assertTrue(paintings().stream().allMatch(text -> text.length() < 20), screen.toString());
  }

  @Test
  void leavesACleanLine() {
    TerminalProgress progress = line(80);
    progress.update(0.5, "");
    progress.close();
    progress.close();

    assertEquals("", paintings().getLast());
    assertEquals(2, paintings().size());
  }
}
