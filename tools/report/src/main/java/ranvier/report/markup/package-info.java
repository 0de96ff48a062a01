/** Text that a browser shows: well-formed markup with everything escaped, and numbers as people read them. */
package ranvier.report.markup;
