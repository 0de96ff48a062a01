package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.Quantity;
import ranvier.formats.AtomicFile;
import ranvier.scenarios.ttfs.Question;
import ranvier.scenarios.ttfs.TtfsInference;
import ranvier.scenarios.ttfs.TtfsInference.Answer;
import ranvier.scenarios.ttfs.TtfsInference.Engine;

/** Asks a trained network. */
@Command(name = "infer",
    description = {"asks a network that a first-spike scenario has saved",
        "Prints a table: the input, the decision (none: no label neuron spikes), the right answer where it is known,"
            + " and the first spike of each label neuron in tau_s."},
    footer = {
        "  ranvier infer out/yinyang-ttfs/yinyang.ttfs --input 0.35,0.85",
        "  ranvier infer yinyang.ttfs --input yinyang-test.csv --engine exact",
        "  ranvier infer yinyang.ttfs --input times:0.2,1.1,1.9,inf",
        "  ranvier infer fashion.ttfs --input 0-99 --latency",
        "  ranvier infer fashion.ttfs --input t10k-images-idx3-ubyte.gz --out answers.csv"})
final class InferCommand implements Callable<Integer> {
  private static final int FEWEST_TIMED = 20_000;
  private static final double[] PERCENTILES = {50, 99, 99.9};

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "a saved network")
  private Path network;

  @Option(names = "--input", paramLabel = "VALUES|FILE", required = true,
      description = {"numbers of one sample (x,y or grey values), the number of a test image or a range of them, a"
          + " table with one sample per line, or an IDX file of images; may be repeated",
          "after 'times:' the numbers are spike times in tau_s, inf for none"})
  private List<String> inputs;

  @Option(names = "--engine", paramLabel = "learning|exact",
      description = "the layered network that learned, or the same as populations and projections in exact time"
          + " (default: learning)")
  private String engine = "learning";

  @Option(names = "--data", paramLabel = "PATH",
      description = "folder or file of the test images (default: where their package puts them)")
  private Path data;

  @Option(names = "--out", paramLabel = "FILE", description = "where the table goes (default: standard output)")
  private Path out;

  @Option(names = "--latency", description = "measure single inferences of the learning engine, one thread, warm")
  private boolean latency;

  @Override
  public Integer call() throws IOException {
    List<String> problems = new ArrayList<>();
    if (!engine.equals("learning") && !engine.equals("exact")) {
      problems.add("--engine: must be learning or exact, got " + engine);
    }
    if (Files.isDirectory(network)) {
      problems.add(network + ": is a folder; give the network's file in it, which ends in .ttfs");
    } else if (!Files.exists(network)) {
      problems.add(network + ": there is no such file; scenarios such as yinyang-ttfs save networks");
    }
    OutputFile.check("--out", out, problems);
    WrongInputException.throwIfAny(problems);
    try (TtfsInference inference = new TtfsInference(network, Engine.valueOf(engine.toUpperCase(Locale.ROOT)))) {
      List<Question> questions = inference.questions(inputs, data);
      List<Answer> answers = questions.stream().map(inference::ask).toList();
      String table = table(inference, questions, answers);
      if (out == null) {
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
      } else {
        AtomicFile.write(out, part -> Files.writeString(part, table));
      }
      PrintWriter err = spec.commandLine().getErr();
      summary(err, questions, answers);
      if (latency) {
        latency(err, inference.latency(questions, Math.max(FEWEST_TIMED, questions.size())));
      }
      return ExitCode.RAN;
    }
  }

  private static String table(TtfsInference inference, List<Question> questions, List<Answer> answers) {
    List<String> classes = inference.classes();
    StringBuilder text = new StringBuilder("input,decision,label");
    classes.forEach(name -> text.append(",time of ").append(name));
    text.append('\n');
    for (int k = 0; k < questions.size(); k++) {
      Answer answer = answers.get(k);
      int label = questions.get(k).label();
      text.append(quoted(questions.get(k).name())).append(',')
          .append(answer.decision() < 0 ? "none" : classes.get(answer.decision())).append(',')
          .append(label < 0 ? "" : label < classes.size() ? classes.get(label) : Integer.toString(label));
      for (double t : answer.timesTauS()) {
        text.append(',').append(t == Double.POSITIVE_INFINITY ? "inf" : Double.toString(t));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static void summary(PrintWriter err, List<Question> questions, List<Answer> answers) {
    int labelled = 0;
    int right = 0;
    int undecided = 0;
    for (int k = 0; k < questions.size(); k++) {
      labelled += questions.get(k).label() >= 0 ? 1 : 0;
      right += questions.get(k).label() >= 0 && questions.get(k).label() == answers.get(k).decision() ? 1 : 0;
      undecided += answers.get(k).decision() < 0 ? 1 : 0;
    }
    StringBuilder line = new StringBuilder(Quantity.count(questions.size()))
        .append(questions.size() == 1 ? " input" : " inputs");
    if (labelled > 0) {
      line.append(", ").append(Quantity.count(right)).append(" of ").append(Quantity.count(labelled))
          .append(String.format(Locale.ROOT, " right (%.2f %%)", 100.0 * right / labelled));
    }
    if (undecided > 0) {
      line.append(", ").append(Quantity.count(undecided)).append(" undecided");
    }
    err.println(line);
    err.flush();
  }

  private static void latency(PrintWriter err, Histogram nanos) {
    StringBuilder line = new StringBuilder("latency of one inference:");
    for (double p : PERCENTILES) {
      line.append(String.format(Locale.ROOT, " p%s %.1f us,", Quantity.plain(p), nanos.getValueAtPercentile(p) / 1e3));
    }
    err.println(line.append(String.format(Locale.ROOT, " max %.1f us (%s inferences, one thread)",
        nanos.getMaxValue() / 1e3, Quantity.count(nanos.getTotalCount()))));
    err.flush();
  }
}
