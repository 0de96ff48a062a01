package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Nearest;

/** Turns what a command throws into one clear message on standard error and an {@link ExitCode}. */
final class Failures {
  private Failures() {}

  /** Wrong options or arguments: what is wrong, what was perhaps meant, where to read more. */
  static int wrongUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + message(wrong));
    err.println("See " + name + " --help");
    return ExitCode.WRONG;
  }

  /** Anything thrown while a command executes. */
  static int thrown(Exception thrown, CommandLine command, ParseResult parsed) {
    return report(thrown, command);
  }

  private static int report(Throwable thrown, CommandLine command) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    switch (thrown) {
      case WrongInputException wrong -> {
        print(err, name, wrong.getMessage());
        return ExitCode.WRONG;
      }
      case InvalidNetworkException wrong -> {
        print(err, name, wrong.getMessage());
        return ExitCode.WRONG;
      }
      case IllegalArgumentException wrong when wrong.getMessage() != null -> {
        print(err, name, wrong.getMessage());
        return ExitCode.WRONG;
      }
      case FailedException failed -> print(err, name, failed.getMessage());
      case IOException failed -> print(err, name, describe(failed));
      case UncheckedIOException failed -> print(err, name, describe(failed.getCause()));
      case InterruptedException stopped -> print(err, name, "was interrupted");
      default -> {
        boolean ours = thrown.getClass().getName().startsWith("ranvier.") && thrown.getMessage() != null;
        print(err, name, ours ? thrown.getMessage() : "failed unexpectedly; please report this: " + thrown);
        if (!ours) {
          thrown.printStackTrace(err);
        }
      }
    }
    err.flush();
    return ExitCode.FAILED;
  }

  /** An I/O error as a sentence: the JDK's file exceptions hold the file name as their whole message. */
  static String describe(IOException failed) {
    return switch (failed) {
      case java.nio.file.NoSuchFileException e -> e.getFile() + ": there is no such file";
      case java.nio.file.AccessDeniedException e -> e.getFile() + ": permission denied";
      case java.nio.file.NotDirectoryException e -> e.getFile() + ": not a directory";
      case java.nio.file.FileAlreadyExistsException e -> e.getFile() + ": a file of that name is in the way";
      default -> failed.getMessage() == null ? failed.toString() : failed.getMessage();
    };
  }

  private static void print(PrintWriter err, String name, String message) {
    if (message.contains("\n")) {
      err.println(name + ":");
      message.lines().forEach(line -> err.println("  " + line));
    } else {
      err.println(name + ": " + message);
    }
    err.flush();
  }

  private static String message(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return wrong.getMessage();
    }
    CommandLine command = wrong.getCommandLine();
    String first = unmatched.getUnmatched().getFirst();
    if (first.startsWith("-")) {
      String option = first.replaceFirst("=.*", "");
      return "there is no option " + option
          + Nearest.suggestion(option, command.getCommandSpec().optionsMap().keySet());
    }
    return command.getSubcommands().isEmpty() ? "there is no place for the argument " + first
        : "there is no command " + first + Nearest.suggestion(first, command.getSubcommands().keySet());
  }
}
