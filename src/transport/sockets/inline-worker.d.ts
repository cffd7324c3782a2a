/** Vite's form for a worker that travels inside the bundle. */
declare module '*?worker&inline' {
  const InlineWorker: new (options?: { readonly name?: string }) => Worker
  // biome-ignore lint/style/noDefaultExport: Vite gives the worker no other name.
  export default InlineWorker
}
