package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.formats.NetworkFile;

/** What the README shows works as shown. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  @Test
  void everyCommandIsAccepted() throws IOException {
    List<String> commands = readme().lines().filter(line -> line.startsWith("    ./tools/ranvier ")).toList();
    assertFalse(commands.isEmpty());
    for (String command : commands) {
      List<String> words = List.of(command.replaceFirst("#.*", "").strip().split(" +", -1));
      Ranvier.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @Test
  void theTestCommandIsWhatCiRuns() throws IOException {
    Matcher command = Pattern.compile("## Test it\\s+(.*)").matcher(readme());
    assertTrue(command.find());
    List<String> ci = Files.readAllLines(ROOT.resolve(".ci/run"));
    assertEquals(command.group(1), ci.getLast());
  }

  @Test
  void theNetworkFileIsTheExampleAndTheSameAsTheJava() throws IOException {
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(readme());
    assertTrue(yaml.find());
    Path example = ROOT.resolve("examples/balanced.yaml");
    assertEquals(Files.readString(example), yaml.group(1));

    Network network = Network.named("balanced")
        .population("E", 4000, "iaf_psc_exp", p -> p.initial("V_m", Distribution.uniform(-70, -55)))
        .population("I", 1000, "iaf_psc_exp", p -> p.initial("V_m", Distribution.uniform(-70, -55)))
        .project("E", "E", new Rule.FixedInDegree(400, true, true), s -> s.weight(30).delayMs(1.5))
        .project("E", "I", new Rule.FixedInDegree(400, true, true), s -> s.weight(30).delayMs(1.5))
        .project("I", "E", new Rule.FixedInDegree(100, true, true), s -> s.weight(-150).delayMs(1.5))
        .project("I", "I", new Rule.FixedInDegree(100, true, true), s -> s.weight(-150).delayMs(1.5))
        .poisson("E", 8000, 30)
        .poisson("I", 8000, 30)
        .build();
    assertEquals(network, NetworkFile.read(example).network());
  }
}
