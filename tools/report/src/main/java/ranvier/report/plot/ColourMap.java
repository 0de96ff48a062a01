package ranvier.report.plot;

import java.util.Locale;

/**
 * Colours for values, from the smallest to the largest; ordered for the colour-blind and in print as well.
 *
 * @param anchors evenly spaced, 0xRRGGBB, interpolated linearly
 */
record ColourMap(int... anchors) {
  /** Viridis (van der Walt and Smith, 2015), from dark to bright: for amounts. */
  static final ColourMap AMOUNT = new ColourMap(0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884,
      0x44bf70, 0x7ad151, 0xbddf26, 0xfde725);
  /** RdBu (Brewer and Harrower, 2003) turned round, pale in the middle: for deviations to both sides of zero. */
  static final ColourMap DEVIATION = new ColourMap(0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7,
      0xf4a582, 0xd6604d, 0xb2182b, 0x67001f);

  /**
   * A colour, 0xRRGGBB.
   *
   * @param fraction in [0, 1]
   */
  int at(double fraction) {
    double place = fraction * (anchors.length - 1);
    int below = Math.min((int) place, anchors.length - 2);
    double part = place - below;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (anchors[below] >> shift) & 0xFF;
      int to = (anchors[below + 1] >> shift) & 0xFF;
      colour |= (int) Math.rint(from + part * (to - from)) << shift;
    }
    return colour;
  }

  /** A colour as CSS writes it. */
  static String css(int colour) {
    return String.format(Locale.ROOT, "#%06x", colour);
  }

  /** Relative luminance (WCAG 2.2), 0 for black, 1 for white. */
  static double luminance(int colour) {
    return 0.2126 * linear((colour >> 16) & 0xFF) + 0.7152 * linear((colour >> 8) & 0xFF)
        + 0.0722 * linear(colour & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }
}
