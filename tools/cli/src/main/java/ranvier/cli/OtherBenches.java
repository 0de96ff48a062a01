package ranvier.cli;

import java.util.Arrays;
import java.util.List;

/** Whether somebody measures on this machine at the same time: two measurements would slow each other. */
final class OtherBenches {
  private OtherBenches() {}

  /** Whether there is another process of this program that measures, as far as the system tells. */
  static boolean run() {
    long own = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses().filter(p -> p.pid() != own)
        .anyMatch(p -> p.info().arguments().map(a -> measures(Arrays.asList(a))).orElse(false));
  }

  /** Whether a command line is that of a bench. */
  static boolean measures(List<String> arguments) {
    int main = arguments.indexOf(Main.class.getName());
    return main >= 0 && main + 1 < arguments.size() && arguments.get(main + 1).equals("bench");
  }
}
