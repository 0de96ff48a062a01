/**
 * Data sets that scenarios learn from: the Yin-Yang generator, bit for bit the published one, and readers for IDX image
 * files (MNIST, Fashion-MNIST, any pair by path) and for the 8 x 8 digits. {@link ranvier.scenarios.data.YinYang},
 * {@link ranvier.scenarios.data.LabelledImages} and {@link ranvier.scenarios.data.DigitsFile} are the entry points.
 * Nothing here knows spikes: coding is the scenario's.
 */
package ranvier.scenarios.data;
