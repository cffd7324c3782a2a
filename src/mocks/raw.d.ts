/** The text of a file. */
declare module '*?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: that is how a bundler gives it
  export default text
}
