package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateDecayTest {
  @Test
  void stepsAreARatioApart() {
    RateDecay decay = new RateDecay.Steps(0.5, 3);
    double[] expected = {1, 1, 1, 0.5, 0.5, 0.5, 0.25};
    for (int epoch = 0; epoch < expected.length; epoch++) {
      assertEquals(expected[epoch], decay.factor(epoch), 1e-15);
    }
  }

  @Test
  void theCosineFallsSymmetricallyToZero() {
    RateDecay decay = new RateDecay.Cosine(11);
    for (int epoch = 0; epoch < 11; epoch++) {
      assertTrue(decay.factor(epoch + 1) < decay.factor(epoch));
      assertEquals(1, decay.factor(epoch) + decay.factor(10 - epoch), 1e-15);
    }
    assertEquals(0, decay.factor(11));
    assertEquals(0, decay.factor(500));
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RateDecay.Steps(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new RateDecay.Steps(0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> new RateDecay.Cosine(0));
  }
}
