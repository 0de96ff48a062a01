package ranvier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The model files of peers give the rates of ours; skipped where the peer is not installed. */
class PeerTest {
  private static final double MILLISECONDS = 300;
  /** An event takes NEURON a microsecond. */
  private static final double OF_ARTIFICIAL_CELLS = 60;

  /** The network with conductances swings too much for the rate of so short a time. */
  @Test
  void neuronFiresAsOursDoes() throws InterruptedException {
    assumeTrue(Peer.NEURON.missing() == null, Peer.NEURON.missing());
    compare("vogels-abbott-cuba", MILLISECONDS);
  }

  @Test
  void artificialCellsFireAsOursDo() throws InterruptedException {
    assumeTrue(Peer.NEURON.missing() == null, Peer.NEURON.missing());
    compare("artificial-cells", OF_ARTIFICIAL_CELLS);
  }

  private static void compare(String name, double milliseconds) throws InterruptedException {
    Model model = Model.all().get(name);
    Series ours = series(name, milliseconds, Measurement.of(model.run(milliseconds, false, 1, 1)));
    Series theirs = series(name, milliseconds, Peer.NEURON.run(name, milliseconds));
    assertEquals(Optional.empty(), RateCheck.difference(ours, theirs));
    assertTrue(theirs.median("wallSeconds") > 0);
  }

  private static Series series(String model, double milliseconds, Measurement run) {
    return new Series(model, "", "double", 1, milliseconds, List.of(run));
  }
}
