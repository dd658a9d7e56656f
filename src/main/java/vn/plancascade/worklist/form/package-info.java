/** Camunda's form files as accessible pages: what is shown, what was typed, and what of it belongs into which field. */
package vn.plancascade.worklist.form;
