const { readFileSync, readdirSync } = require("node:fs")
const { dirname, join, resolve } = require("node:path")

const IMPORTED = /from "(\.[^"]+\.suite)"/g

/** Every file below a folder whose name ends so. */
const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort()

/** The suites that a spec file gathers in one booted store: the paths of their files. */
const gatheredSuites = (spec) =>
  [...readFileSync(spec, "utf8").matchAll(IMPORTED)].map(([, path]) => `${resolve(dirname(spec), path)}.ts`)

module.exports = { filesBelow, gatheredSuites }
