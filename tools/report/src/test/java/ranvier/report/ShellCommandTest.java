package ranvier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellCommandTest {
  @Test
  void leavesPlainWordsAlone() {
    assertEquals("./tools/ranvier run brunel --set g=4.5 --out out/a_b",
        ShellCommand.quote(List.of("./tools/ranvier", "run", "brunel", "--set", "g=4.5", "--out", "out/a_b")));
  }

  @Test
  void quotesWhatAShellWouldTakeApart() {
    assertEquals("run 'my net.json' '$(rm x)' 'it'\\''s' ''",
        ShellCommand.quote(List.of("run", "my net.json", "$(rm x)", "it's", "")));
  }
}
