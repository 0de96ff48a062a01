package ranvier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The inherited properties catch a wrong model and shrink what shows it. */
class WrongModelTest {
  @Test
  void aModelThatDecaysByEulersMethodIsCaughtAndShrunk() {
    List<String> failed = new ArrayList<>();
    StringBuilder reports = new StringBuilder();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectMethod(CarelessNeuronMust.class, method())).build();
    LauncherFactory.create().execute(request, new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
          failed.add(test.getDisplayName());
          result.getThrowable().ifPresent(t -> reports.append(t.getMessage()));
        }
      }
    });
    assertEquals(1, failed.size(), "one property was run, and fails");
    // The smallest numbers that jqwik's scale of two digits leaves: one weak arrival, two short times.
    assertTrue(reports.toString().contains("V_m after 0.01 + 0.01 ms"), reports.toString());
  }

  private static java.lang.reflect.Method method() {
    for (java.lang.reflect.Method m : ExactNeuronMust.class.getMethods()) {
      if (m.getName().equals("advanceInOneOrTwoParts") && m.getParameters()[0].isAnnotationPresent(ForAll.class)) {
        return m;
      }
    }
    throw new AssertionError("no such property");
  }
}
