const { readFileSync } = require("node:fs")
const { default: Sequencer } = require("@jest/test-sequencer")
const { gatheredSuites } = require("./gathered-suites.cjs")

/** How much there is to run in a spec file, with the suites that it gathers, by the length of their text. */
const lengthOf = (path) => [path, ...gatheredSuites(path)].reduce((sum, file) => sum + readFileSync(file).length, 0)

/** Begins with the spec files that hold the most, so that all workers end at about the same time. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const lengths = new Map(tests.map(({ path }) => [path, lengthOf(path)]))
    return [...tests].sort((one, other) => lengths.get(other.path) - lengths.get(one.path))
  }
}
