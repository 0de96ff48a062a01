/** NEST reference cases. */
package ranvier.formats.reference;
