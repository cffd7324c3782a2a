/** On a function by which an inspector, from any copy of this package, replaced one of the page: the one that it replaced, and calls. */
export const LEADS_HERE = Symbol.for('wx-request-inspector')
