/** The command line. */
module ranvier.cli {
  requires ranvier.bench;
  requires ranvier.engine;
  requires ranvier.scenarios;
  requires ranvier.formats;
  requires ranvier.report;
  requires info.picocli;
  requires HdrHistogram;
  requires java.management;
  requires jdk.management;

  opens ranvier.cli to info.picocli;
}
