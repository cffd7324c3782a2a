declare module 'har-schema' {
  /** The schemas of HAR 1.2, by what each is for. */
  const schemas: Readonly<Record<string, object>>
  export = schemas
}
