package ranvier.engine.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HexFormat;

/**
 * Asks the memory for lines of one array that will be needed soon, without waiting for them. Java has no instruction
 * for that: a load whose value nobody needs yet still holds up all that follows once some hundred instructions wait
 * behind it. So this is the one piece of machine code of Ranvier, some eighty bytes called through the foreign function
 * interface, which changes nothing but the cache. It is there on Linux on x86-64 if native access is allowed
 * ({@code --enable-native-access}) and the system lets a program make code; elsewhere {@link #isPresent} says no, and
 * whoever wants lines ahead of time must load from them. Allocates nothing once it is made. Used by one thread.
 */
@SuppressWarnings("restricted") // only used where native access is allowed
public final class Prefetch {
  /**
   * The function, in the calling convention of System V: {@code rdi} the array, {@code rsi} pieces, {@code edx} and
   * {@code ecx} the first and the end of those meant, {@code r8d} segment, {@code r9d} binary logarithm of the bytes
   * of an element.
   */
  private static final String CODE = """
      89 c8           mov    eax, ecx
      29 d0           sub    eax, edx
      7e 50           jle    done
      48 63 d2        movsxd rdx, edx
      48 8d 34 d6     lea    rsi, [rsi + rdx * 8]
      89 c2           mov    edx, eax
      44 89 c9        mov    ecx, r9d
      48 8b 06        next:  mov rax, [rsi]
      49 89 c1        mov    r9, rax
      49 c1 e9 30     shr    r9, 48
      45 39 c1        cmp    r9d, r8d
      75 2d           jne    skip
      49 89 c2        mov    r10, rax
      49 c1 ea 10     shr    r10, 16
      45 89 d2        mov    r10d, r10d
      0f b7 c0        movzx  eax, ax
      4c 01 d0        add    rax, r10
      49 d3 e2        shl    r10, cl
      48 d3 e0        shl    rax, cl
      49 01 fa        add    r10, rdi
      48 01 f8        add    rax, rdi
      49 83 e2 c0     and    r10, -64
      41 0f 18 0a     line:  prefetcht0 [r10]
      49 83 c2 40     add    r10, 64
      49 39 c2        cmp    r10, rax
      76 f3           jbe    line
      48 83 c6 08     skip:  add rsi, 8
      ff ca           dec    edx
      75 bc           jne    next
      c3              done:  ret
      """;

  /** Columns of a line of the listing that are code. */
  private static final int CODE_COLUMNS = 15;

  private static final long PAGE = 4096;

  /** Of the C library of Linux: PROT_READ | PROT_WRITE, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS. */
  private static final int WRITABLE = 3;
  private static final int EXECUTABLE = 5;
  private static final int ANONYMOUS = 0x22;

  /** Null where it cannot be had. */
  private static final MethodHandle FUNCTION = function();

  /** Pieces that one call asks for. */
  private static final int BATCH = 16;

  private final MemorySegment array;
  private final int elementShift;
  private final int segment;
  private final long[] batch = new long[BATCH];
  private final MemorySegment batchMemory = MemorySegment.ofArray(batch);

  private Prefetch(MemorySegment array, int elementShift, int segment) {
    this.array = array;
    this.elementShift = elementShift;
    this.segment = segment;
  }

  /**
   * For an array.
   *
   * @param segment number of the array; pieces of others are left out
   */
  public static Prefetch of(int[] array, int segment) {
    return new Prefetch(MemorySegment.ofArray(array), 2, segment);
  }

  /** For an array, with elements of two bytes. */
  public static Prefetch of(char[] array, int segment) {
    return new Prefetch(MemorySegment.ofArray(array), 1, segment);
  }

  /** For an array in single precision; all its pieces are of segment 0. */
  public static Prefetch of(float[] array) {
    return new Prefetch(MemorySegment.ofArray(array), 2, 0);
  }

  /** For an array in double precision; all its pieces are of segment 0. */
  public static Prefetch of(double[] array) {
    return new Prefetch(MemorySegment.ofArray(array), 3, 0);
  }

  /** Whether there is such a thing here. */
  public static boolean isPresent() {
    return FUNCTION != null;
  }

  /**
   * Asks for all lines of some pieces of the array.
   *
   * @param pieces in the form of {@link SynapseTable#piece}
   * @throws UnsupportedOperationException if it is not present
   */
  public void pieces(long[] pieces, int from, int to) {
    if (FUNCTION == null) {
      throw new UnsupportedOperationException("lines cannot be asked for ahead of time here");
    }
    try {
      for (int first = from; first < to; first += BATCH) {
        int count = Math.min(BATCH, to - first);
        System.arraycopy(pieces, first, batch, 0, count);
        FUNCTION.invokeExact(array, batchMemory, 0, count, segment, elementShift);
      }
    } catch (Throwable t) {
      throw new IllegalStateException("a function that cannot fail failed", t);
    }
  }

  /** The bytes in the first columns of the listing. */
  static byte[] code() {
    StringBuilder digits = new StringBuilder();
    CODE.lines().forEach(line -> digits.append(line, 0, CODE_COLUMNS));
    return HexFormat.of().parseHex(digits.toString().replace(" ", ""));
  }

  private static MethodHandle function() {
    if (!System.getProperty("os.name").equals("Linux") || !System.getProperty("os.arch").equals("amd64")
        || !Prefetch.class.getModule().isNativeAccessEnabled()) {
      return null;
    }
    try {
      Linker linker = Linker.nativeLinker();
      MemorySegment page = executable(linker, code());
      // Critical: the garbage collector waits, so that arrays stay where they are.
      return page == null ? null : linker.downcallHandle(page, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS,
          ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
          Linker.Option.critical(true));
    } catch (Throwable t) {
      return null; // It is a matter of speed only.
    }
  }

  /** A page with some code, for as long as the program runs; null if the system refuses. */
  private static MemorySegment executable(Linker linker, byte[] code) throws Throwable {
    SymbolLookup library = linker.defaultLookup();
    MethodHandle map = linker.downcallHandle(library.findOrThrow("mmap"), FunctionDescriptor.of(ValueLayout.ADDRESS,
        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
        ValueLayout.JAVA_LONG));
    MethodHandle protect = linker.downcallHandle(library.findOrThrow("mprotect"), FunctionDescriptor.of(
        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    MemorySegment page = (MemorySegment) map.invokeExact(MemorySegment.NULL, PAGE, WRITABLE, ANONYMOUS, -1, 0L);
    if (page.address() == -1) {
      return null;
    }
    MemorySegment writable = page.reinterpret(PAGE, Arena.global(), null);
    MemorySegment.copy(code, 0, writable, ValueLayout.JAVA_BYTE, 0, code.length);
    return (int) protect.invokeExact(page, PAGE, EXECUTABLE) == 0 ? writable : null;
  }
}
