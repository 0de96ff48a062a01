/**
 * Data sets that scenarios learn from: the Yin-Yang generator, bit for bit the published one, and readers for IDX image
 * files (MNIST, Fashion-MNIST, any pair by path). {@link ranvier.scenarios.data.YinYang} and
 * {@link ranvier.scenarios.data.LabelledImages} are the entry points. Nothing here knows spikes: coding is the
 * scenario's.
 */
package ranvier.scenarios.data;
