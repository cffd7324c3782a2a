/** Vite's import of a worker that is inlined into the bundle. */
declare module '*?worker&inline' {
  const InlineWorker: new (options?: { readonly name?: string }) => Worker
  // biome-ignore lint/style/noDefaultExport: Vite gives the worker no other name.
  export default InlineWorker
}
