/** Marks a function of the page that an inspector has patched, from any copy of this package. */
export const LEADS_HERE = Symbol.for('wx-request-inspector')
