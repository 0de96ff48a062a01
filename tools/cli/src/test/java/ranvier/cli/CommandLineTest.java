package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
  static Stream<String> commands() {
    return Ranvier.commandLine().getSubcommands().keySet().stream().filter(name -> !name.equals("generate-completion"));
  }

  @Test
  void everyCommandOfTheContractIsThere() {
    assertTrue(Ranvier.commandLine().getSubcommands().keySet().containsAll(List.of("run", "reference",
        "scenarios", "models", "describe", "check", "estimate", "doctor", "version")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExample(String command) {
    Invocation help = Invocation.of(command, "--help");

    assertEquals(0, help.exitCode());
    String examples = help.out().substring(help.out().indexOf("Examples:"));
    assertTrue(examples.contains("  ranvier " + command), help.out());
    assertTrue(help.out().contains("Exit codes:"), help.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleIsAccepted(String command) {
    CommandLine line = Ranvier.commandLine().getSubcommands().get(command);
    for (String example : line.getCommandSpec().usageMessage().footer()) {
      List<String> words = List.of(example.strip().split(" ", -1));
      assertEquals("ranvier", words.getFirst(), example);
      Ranvier.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @Test
  void helpOfTheProgramListsItsCommands() {
    Invocation help = Invocation.of("--help");

    assertEquals(0, help.exitCode());
    commands().forEach(name -> assertTrue(help.out().contains("\n  " + name), help.out()));
  }

  @Test
  void aMisspeltCommandGetsTheNearest() {
    Invocation wrong = Invocation.of("runn", "microcircuit");

    assertEquals(2, wrong.exitCode());
    assertEquals("", wrong.out());
    assertTrue(wrong.err().contains("there is no command runn (did you mean run?)"), wrong.err());
  }

  @Test
  void noCommandIsWrongUsage() {
    Invocation wrong = Invocation.of();

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("ranvier --help"), wrong.err());
  }

  @Test
  void aMisspeltOptionGetsTheNearest() {
    Invocation wrong = Invocation.of("run", "fake", "--durtion=5");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("there is no option --durtion (did you mean --duration?)"), wrong.err());
    assertTrue(wrong.err().contains("See ranvier run --help"), wrong.err());
  }

  @Test
  void aMissingArgumentIsNamed() {
    Invocation wrong = Invocation.of("run");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("NAME|FILE"), wrong.err());
  }

  @Test
  void aValueOfTheWrongTypeIsNamed() {
    Invocation wrong = Invocation.of("run", "fake", "--duration", "long");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("--duration") && wrong.err().contains("'long' is not a double"), wrong.err());
  }

  @Test
  void versionSaysTheVersionAndTheJava() {
    Invocation version = Invocation.of("version");

    assertEquals(0, version.exitCode());
    assertTrue(version.out().startsWith("ranvier ") && version.out().contains("Java " + Runtime.version()),
        version.out());
    assertEquals(version.out(), Invocation.of("--version").out());
  }

  @Test
  void scenariosListsNamesAndSummaries() {
    Invocation list = Invocation.of("scenarios");

    assertEquals(0, list.exitCode());
    assertTrue(list.out().lines().anyMatch(line -> line.matches("fake +Two populations that do nothing\\.")),
        list.out());
  }

  @Test
  void modelsListsSynapses() {
    Invocation list = Invocation.of("models");

    assertEquals(0, list.exitCode());
    assertTrue(list.out().lines().anyMatch(line -> line.startsWith("  static ")), list.out());
  }

  @Test
  void describeTellsTheParametersOfAScenario() {
    Invocation described = Invocation.of("describe", "fake");

    assertEquals(0, described.exitCode());
    assertTrue(described.out().contains("--duration 1000 --transient 100 --dt 0.1"), described.out());
    assertTrue(described.out().contains("""
        --set       default  unit
        background  poisson        what drives it (poisson, dc)
        rate        8        Hz    of the background
        """), described.out());
  }

  @Test
  void describeTellsTheEquationsOfAModel() {
    Invocation described = Invocation.of("describe", "static");

    assertEquals(0, described.exitCode());
    assertTrue(described.out().startsWith("static (synapse model)"), described.out());
    assertTrue(described.out().contains("receptor += weight"), described.out());
  }

  @Test
  void describeSuggestsTheNearestName() {
    Invocation wrong = Invocation.of("describe", "statik");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("(did you mean static?)"), wrong.err());
  }

  @Test
  void doctorFindsTheJavaItRunsOn() {
    Invocation doctor = Invocation.of("doctor");

    assertEquals(0, doctor.exitCode());
    assertTrue(doctor.out().contains(System.getProperty("java.home")), doctor.out());
  }
}
