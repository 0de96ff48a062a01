/** Files in the formats of the field, read and written. */
package ranvier.formats;
