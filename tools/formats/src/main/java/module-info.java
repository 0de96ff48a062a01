/** Files in the formats of the field. */
module ranvier.formats {
  requires transitive ranvier.engine;
  requires transitive ranvier.scenarios;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires org.yaml.snakeyaml;
  requires io.jhdf;
  requires jdk.management;

  exports ranvier.formats;
  exports ranvier.formats.reference;
}
