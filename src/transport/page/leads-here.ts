/** Marks a function of the page that passes its calls on to an inspector, whichever copy of this package made it. */
export const LEADS_HERE = Symbol.for('wx-request-inspector')
