/** Stands in the one-file build for the packages that read OpenAPI documents and YAML. */
function missing(): never {
  throw new Error('OpenAPI and YAML are read by the package from npm; the one-file build takes the other formats.')
}

export { missing as parse, missing as sample, missing as upgrade }
