/** What survives `JSON.stringify` and back: the only kind of value that an event, a rule or a command may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
