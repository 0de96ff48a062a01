package ranvier.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> VALID = List.of("name", "rate_hz", "weight", "tau_m", "tau_syn_ex");

  @Test
  void slipsGetTheNearestName() {
    assertEquals(" (did you mean weight?)", Nearest.suggestion("wieght", VALID));
    assertEquals(" (did you mean tau_m?)", Nearest.suggestion("Tau_M", VALID));
  }

  @Test
  void aMissingEndIsASmallSlip() {
    assertEquals(" (did you mean rate_hz?)", Nearest.suggestion("rate", VALID));
    assertEquals(" (did you mean tau_syn_ex?)", Nearest.suggestion("tau_syn", VALID));
  }

  @Test
  void otherwiseTheValidNamesAreListed() {
    assertEquals(" (valid: name, rate_hz, weight, tau_m, tau_syn_ex)", Nearest.suggestion("something", VALID));
    assertEquals("", Nearest.suggestion("x", List.of()));
  }
}
