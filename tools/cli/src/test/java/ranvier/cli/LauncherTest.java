package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, with a Maven and a JDK of its own that only write down how they are called.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  private static final String FAKE_JDK = "JAVA_VERSION=\"25.0.1\"\n";

  private static final String BUILDS =
      "mkdir -p \"$4/lib\"; : > \"$4/lib/dependency.jar\"; : > \"$4/ranvier-cli-1.jar\"";

  @TempDir
  private Path folder;
  private Path checkout;
  private Path jdk;
  private Path maven;

  private record Call(int exitCode, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    Path tools = Files.createDirectories(checkout.resolve("tools"));
    Files.copy(Path.of("../ranvier"), tools.resolve("ranvier"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(checkout.resolve("engine/src/main/java"));
    Files.createDirectories(tools.resolve("cli/src/main/java"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Files.writeString(checkout.resolve("engine/src/main/java/A.java"), "class A {}");
    jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), FAKE_JDK);
    program(jdk.resolve("bin/java"), "for word; do printf '%s\\n' \"$word\"; done");
    program(jdk.resolve("bin/javac"), "exit 1");
    maven = folder.resolve("mvn");
    mavenThat(BUILDS);
  }

  /** A Maven that counts its calls, then runs the script with the command line module's target folder as $4. */
  private void mavenThat(String script) throws IOException {
    program(maven, "echo built >> '" + folder.resolve("builds") + "'\nset -- \"$1\" \"$2\" \"$3\" '"
        + checkout.resolve("tools/cli/target") + "'\n" + script);
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Call launch(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("RANVIER_JAVA_OPTS");
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Call(exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
  }

  private Call launch(String... arguments) throws IOException, InterruptedException {
    return launch(checkout.resolve("tools/ranvier"),
        Map.of("RANVIER_JAVA_HOME", jdk.toString(), "RANVIER_MVN", maven.toString()), arguments);
  }

  private long builds() throws IOException {
    return Files.exists(folder.resolve("builds")) ? Files.readAllLines(folder.resolve("builds")).size() : 0;
  }

  @Test
  void buildsOnFirstUseWithOneLineAndNotAgain() throws Exception {
    Call first = launch("version");
    assertEquals(0, first.exitCode(), first.err());
    assertEquals("ranvier: building (the first time takes a minute)\n", first.err());

    Call second = launch("version");
    assertEquals(new Call(0, first.out(), ""), second);
    assertEquals(1, builds());
  }

  @Test
  void handsArgumentsOverUnchanged() throws Exception {
    List<String> words = launch("run", "my file.yaml", "--set", "a=b c", "").out().lines().toList();

    int main = words.indexOf("ranvier.cli.Main");
    assertEquals(List.of("run", "my file.yaml", "--set", "a=b c", ""), words.subList(main + 1, words.size()));
    assertTrue(words.contains("-XX:+UseParallelGC") && words.contains("jdk.incubator.vector"), words.toString());
  }

  @Test
  void whatSimulatesNothingStartsWithoutTheVectorModule() throws Exception {
    assertTrue(!launch("version").out().contains("jdk.incubator.vector"));
    assertTrue(launch("doctor").out().contains("jdk.incubator.vector"));
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, checkout.resolve("tools/ranvier"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
    Call call = launch(second, Map.of("RANVIER_JAVA_HOME", jdk.toString(), "RANVIER_MVN", maven.toString()), "version");

    assertEquals(0, call.exitCode(), call.err());
    assertTrue(call.out().contains(checkout.toRealPath().toString()), call.out());
  }

  @Test
  void rebuildsWhenASourceIsNewer() throws Exception {
    launch("version");
    Path source = checkout.resolve("engine/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.fromMillis(
        Files.getLastModifiedTime(checkout.resolve("tools/cli/target/ranvier-current")).toMillis() + 60_000));
    launch("version");

    assertEquals(2, builds());
  }

  @Test
  void aFailingBuildShowsWhyAndIsTriedAgain() throws Exception {
    mavenThat("echo '[ERROR] A.java:[1,1] class expected'; exit 1");
    Call failed = launch("version");
    assertEquals(1, failed.exitCode());
    assertTrue(failed.err().contains("[ERROR] A.java:[1,1] class expected"), failed.err());
    assertTrue(failed.err().contains("the build failed"), failed.err());
    assertEquals("", failed.out());

    mavenThat(BUILDS);
    assertEquals(0, launch("version").exitCode());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(checkout.resolve("tools/ranvier").toString(), "version");
    builder.environment().put("RANVIER_JAVA_HOME", jdk.toString());
    builder.environment().put("RANVIER_MVN", maven.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    List<Process> all = List.of(builder.start(), builder.start(), builder.start());
    for (Process one : all) {
      assertEquals(0, one.waitFor());
    }

    assertEquals(1, builds());
  }

  @Test
  void afterAnInterruptedBuildEverythingIsBuiltAgain() throws Exception {
    launch("version");
    Path target = checkout.resolve("tools/cli/target");
    Files.delete(target.resolve("ranvier-current"));
    Files.writeString(target.resolve("ranvier-building"), "");
    Path half = Files.createDirectories(checkout.resolve("engine/target/classes")).resolve("A.class");
    Files.writeString(half, "half");

    assertEquals(0, launch("version").exitCode());
    assertTrue(!Files.exists(half));
    assertEquals(2, builds());
  }

  @Test
  void aMissingMavenIsNamed() throws Exception {
    Call call = launch(checkout.resolve("tools/ranvier"), Map.of("RANVIER_JAVA_HOME", jdk.toString(), "RANVIER_MVN",
        folder.resolve("none").toString()), "version");

    assertEquals(1, call.exitCode());
    assertTrue(call.err().contains("needs Maven") && call.err().contains("apt-get install maven"), call.err());
  }

  @Test
  void aWrongJdkIsNamed() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
    Call call = launch("version");

    assertEquals(1, call.exitCode());
    assertEquals("ranvier: RANVIER_JAVA_HOME is " + jdk + ", which is not a JDK 25\n", call.err());
  }

  @Test
  void leavesNothingBesideTheTarget() throws Exception {
    launch("version");
    List<String> outside = new ArrayList<>();
    Files.walkFileTree(checkout, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!file.toString().contains("/target/")) {
          outside.add(checkout.relativize(file).toString());
        }
        return FileVisitResult.CONTINUE;
      }
    });

    assertEquals(List.of("engine/src/main/java/A.java", "pom.xml", "tools/ranvier"),
        outside.stream().sorted().toList());
  }
}
