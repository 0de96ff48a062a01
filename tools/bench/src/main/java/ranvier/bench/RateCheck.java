package ranvier.bench;

import java.util.Locale;
import java.util.Optional;

/** Whether another program simulated the same network as ours, as far as mean rates tell. */
public final class RateCheck {
  /** Networks drawn anew differ by 1 to 2 % in their mean rates. */
  private static final double BETWEEN_NETWORKS = 0.05;

  /** So many standard deviations of the counts, as if neurons were independent. */
  private static final double DEVIATIONS = 4.0;

  private RateCheck() {}

  /**
   * What to say if the median rates differ by more than networks drawn anew do.
   *
   * @param ours with the number of neurons
   */
  public static Optional<String> difference(Series ours, Series theirs) {
    double a = ours.median("rateHz");
    double b = theirs.median("rateHz");
    double spikes = Math.max(a, b) * ours.median("neurons") * ours.biologicalMs() * 1e-3;
    double allowed = BETWEEN_NETWORKS + DEVIATIONS / Math.sqrt(Math.max(1.0, spikes));
    if (Math.abs(a - b) <= allowed * Math.max(a, b)) {
      return Optional.empty();
    }
    return Optional.of(String.format(Locale.ROOT, "%s of %s fires at %.3g Hz and that of ranvier at %.3g Hz, which is"
        + " more than chance: they did not do the same work", ours.model(), theirs.program(), b, a));
  }
}
