const { TestEnvironment } = require("jest-environment-node")

/**
 * temporal-polyfill is published as ES modules only. Node loads those with `require`; jest's own module loader, as the
 * store's tests need it, does not. So Node loads it here, outside of jest, and `temporal.cjs` hands it on.
 */
module.exports = class NodeWithTemporal extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.temporalPolyfill = require("temporal-polyfill")
  }
}
