package ranvier.formats;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes the few HDF5 structures of which a spike file consists: superblock, groups, contiguous one-dimensional
 * datasets, attributes, and a heap for text. HDF5 File Format Specification version 3.0; only features that HDF5 1.8
 * reads. Needed because a writer that takes whole arrays would hold all spikes in memory.
 *
 * <p>Structures are appended one after another; a parent refers to its children by address, so children come first.
 */
final class Hdf5Metadata {
  static final int SUPERBLOCK_BYTES = 48;
  /** HDF5's smallest heap of variable-length values. */
  private static final int MIN_HEAP_BYTES = 4096;
  private static final long UNDEFINED = -1L;

  private static final int MESSAGE_DATASPACE = 0x01;
  private static final int MESSAGE_LINK_INFO = 0x02;
  private static final int MESSAGE_DATATYPE = 0x03;
  private static final int MESSAGE_FILL_VALUE = 0x05;
  private static final int MESSAGE_LINK = 0x06;
  private static final int MESSAGE_LAYOUT = 0x08;
  private static final int MESSAGE_GROUP_INFO = 0x0A;
  private static final int MESSAGE_ATTRIBUTE = 0x0C;

  private final long start;
  private ByteBuffer bytes = newBuffer(1 << 12);
  private long heapAddress;

  /** Structures that will stand at {@code start} in the file. */
  Hdf5Metadata(long start) {
    this.start = start;
  }

  private record Message(int type, ByteBuffer body) {}

  /** A named reference to a structure. */
  record Link(String name, long address) {}

  /** Attribute of a group or dataset. */
  record Attribute(String name, ByteBuffer type, ByteBuffer space, ByteBuffer value) {}

  /** Where the next structure will stand. */
  long end() {
    return start + bytes.position();
  }

  /** Everything appended so far, ready to be read. */
  ByteBuffer encoded() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
  }

  /** Appends the heap for texts; text k gets the number k + 1. Before the attributes that use it. */
  void heap(List<String> texts) {
    ByteBuffer heap = newBuffer(MIN_HEAP_BYTES);
    heap.put(ascii("GCOL")).putInt(1).putLong(0);
    for (int k = 0; k < texts.size(); k++) {
      byte[] text = texts.get(k).getBytes(StandardCharsets.UTF_8);
      heap = withRoom(heap, 16 + text.length + 8 + 16);
      heap.putShort((short) (k + 1)).putShort((short) 1).putInt(0).putLong(text.length).put(text);
      align8(heap);
    }
    int size = heap.capacity();
    heap.putLong(8, size);
    heap.putShort((short) 0).putShort((short) 0).putInt(0).putLong(size - heap.position() + 8L);
    heapAddress = end();
    append(heap.position(size).flip());
  }

  /** Appends a group; its address. */
  long group(List<Link> links, List<Attribute> attributes) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(MESSAGE_LINK_INFO, newBuffer(18).put((byte) 0).put((byte) 0).putLong(UNDEFINED)
        .putLong(UNDEFINED)));
    messages.add(new Message(MESSAGE_GROUP_INFO, newBuffer(2).put((byte) 0).put((byte) 0)));
    for (Link link : links) {
      byte[] name = link.name.getBytes(StandardCharsets.UTF_8);
      // Flags: a character set is given; the length of the name takes two bytes.
      messages.add(new Message(MESSAGE_LINK, newBuffer(13 + name.length).put((byte) 1).put((byte) 0x11).put((byte) 1)
          .putShort((short) name.length).put(name).putLong(link.address)));
    }
    return object(messages, attributes);
  }

  /** Appends the description of a dataset of {@code length} elements of 8 bytes at {@code dataAddress}; its address. */
  long dataset(ByteBuffer type, long length, long dataAddress, List<Attribute> attributes) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(MESSAGE_DATASPACE, simple(length)));
    messages.add(new Message(MESSAGE_DATATYPE, type));
    // Version 3; space allocated late, fill value written only if set, which it is not.
    messages.add(new Message(MESSAGE_FILL_VALUE, newBuffer(2).put((byte) 3).put((byte) 0x0A)));
    // Version 3, contiguous.
    messages.add(new Message(MESSAGE_LAYOUT, newBuffer(18).put((byte) 3).put((byte) 1)
        .putLong(length == 0 ? UNDEFINED : dataAddress).putLong(8 * length)));
    return object(messages, attributes);
  }

  /** The first bytes of the file. */
  static ByteBuffer superblock(long rootGroup, long endOfFile) {
    ByteBuffer block = newBuffer(SUPERBLOCK_BYTES);
    block.put((byte) 0x89).put(ascii("HDF\r\n")).put((byte) 0x1a).put((byte) '\n');
    block.put((byte) 2).put((byte) 8).put((byte) 8).put((byte) 0);
    block.putLong(0).putLong(UNDEFINED).putLong(endOfFile).putLong(rootGroup);
    block.putInt(checksum(block));
    return block.flip();
  }

  /** A text in the heap, with its number there. */
  Attribute text(String name, int number, String text) {
    // Class 9: variable length, of which a string in UTF-8; its elements are bytes.
    ByteBuffer type = newBuffer(20).put((byte) 0x19).put((byte) 1).put((byte) 1).put((byte) 0).putInt(16)
        .put(integer(1).flip());
    ByteBuffer value = newBuffer(16).putInt(text.getBytes(StandardCharsets.UTF_8).length).putLong(heapAddress)
        .putInt(number);
    return new Attribute(name, type, scalar(), value);
  }

  /** Unsigned 32-bit numbers; a scalar if there is one. */
  static Attribute unsigned(String name, int... values) {
    ByteBuffer value = newBuffer(4 * values.length);
    for (int v : values) {
      value.putInt(v);
    }
    return new Attribute(name, integer(4), values.length == 1 ? scalar() : simple(values.length), value);
  }

  /** One of several words, numbered from 0. */
  static Attribute choice(String name, List<String> words, int chosen) {
    ByteBuffer type = newBuffer(20 + words.size() * 32);
    type.put((byte) 0x18).putShort((short) words.size()).put((byte) 0).putInt(1).put(integer(1).flip());
    for (String word : words) {
      int from = type.position();
      type.put(ascii(word)).put((byte) 0);
      while ((type.position() - from) % 8 != 0) {
        type.put((byte) 0);
      }
    }
    for (int k = 0; k < words.size(); k++) {
      type.put((byte) k);
    }
    return new Attribute(name, type, scalar(), newBuffer(1).put((byte) chosen));
  }

  /** IEEE 754 double, little-endian: exponent of 11 bits at 52 with bias 1023, implied leading bit of the mantissa. */
  static ByteBuffer float64() {
    return newBuffer(20).put((byte) 0x11).put((byte) 0x20).put((byte) 63).put((byte) 0).putInt(8)
        .putShort((short) 0).putShort((short) 64).put((byte) 52).put((byte) 11).put((byte) 0).put((byte) 52)
        .putInt(1023);
  }

  /** Unsigned integer, little-endian. */
  static ByteBuffer integer(int size) {
    return newBuffer(12).put((byte) 0x10).put((byte) 0).put((byte) 0).put((byte) 0).putInt(size)
        .putShort((short) 0).putShort((short) (8 * size));
  }

  private static ByteBuffer scalar() {
    return newBuffer(4).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
  }

  private static ByteBuffer simple(long length) {
    return newBuffer(12).put((byte) 2).put((byte) 1).put((byte) 0).put((byte) 1).putLong(length);
  }

  private long object(List<Message> messages, List<Attribute> attributes) {
    for (Attribute a : attributes) {
      byte[] name = a.name.getBytes(StandardCharsets.UTF_8);
      ByteBuffer body = newBuffer(9 + name.length + 1 + a.type.position() + a.space.position() + a.value.position());
      body.put((byte) 3).put((byte) 0).putShort((short) (name.length + 1)).putShort((short) a.type.position())
          .putShort((short) a.space.position()).put((byte) 1).put(name).put((byte) 0);
      body.put(a.type.flip()).put(a.space.flip()).put(a.value.flip());
      messages.add(new Message(MESSAGE_ATTRIBUTE, body));
    }
    int size = messages.stream().mapToInt(m -> 4 + m.body.position()).sum();
    ByteBuffer object = newBuffer(10 + size + 4);
    // Version 2; the size takes four bytes.
    object.put(ascii("OHDR")).put((byte) 2).put((byte) 2).putInt(size);
    for (Message m : messages) {
      object.put((byte) m.type).putShort((short) m.body.position()).put((byte) 0).put(m.body.flip());
    }
    object.putInt(checksum(object));
    long address = end();
    append(object.flip());
    return address;
  }

  private void append(ByteBuffer structure) {
    bytes = withRoom(bytes, structure.remaining() + 8);
    bytes.put(structure);
    align8(bytes);
  }

  private static int checksum(ByteBuffer written) {
    byte[] covered = new byte[written.position()];
    written.duplicate().flip().get(covered);
    return JenkinsLookup3HashLittle.hash(covered);
  }

  private static void align8(ByteBuffer buffer) {
    while (buffer.position() % 8 != 0) {
      buffer.put((byte) 0);
    }
  }

  private static ByteBuffer withRoom(ByteBuffer buffer, int more) {
    if (buffer.remaining() >= more) {
      return buffer;
    }
    return newBuffer(2 * (buffer.capacity() + more) / 8 * 8).put(buffer.flip());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer newBuffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
