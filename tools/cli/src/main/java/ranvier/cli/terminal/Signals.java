package ranvier.cli.terminal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * The operating system's signals. By reflection, as the compiler accepts {@code sun.misc.Signal} only with a warning
 * that cannot be switched off; a shutdown hook would not hear a second Ctrl-C.
 */
final class Signals {
  private Signals() {}

  /**
   * Hears a signal, on a thread of its own.
   *
   * @param name without SIG: {@code INT}
   * @param received is told the signal's number
   * @return gives the signal back to whoever had it; does nothing if signals cannot be heard
   */
  static Runnable hear(String name, IntConsumer received) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method number = signalType.getMethod("getNumber");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object handler = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerType},
          (proxy, method, arguments) -> {
            received.accept((int) number.invoke(arguments[0]));
            return null;
          });
      Object before = handle.invoke(null, signal, handler);
      return () -> restore(handle, signal, before);
    } catch (ReflectiveOperationException unavailable) {
      // The virtual machine keeps signals to itself (-Xrs) or has none: then they end the process, as the user asked.
      return () -> { };
    }
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot give back " + signal, e);
    }
  }
}
