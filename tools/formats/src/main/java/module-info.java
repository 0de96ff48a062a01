/** Files in the formats of the field. */
module ranvier.formats {
  requires transitive ranvier.engine;
  requires transitive ranvier.scenarios;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires io.jhdf;
  requires jdk.management;

  exports ranvier.formats;
}
