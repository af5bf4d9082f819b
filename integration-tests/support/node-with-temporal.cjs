const { TestEnvironment } = require("jest-environment-node")

/**
 * temporal-polyfill and request-filtering-agent are published as ES modules only. Node loads those with `require`; jest's own
 * module loader, as the store's tests need it, does not. So Node loads them here, outside of jest, and files of their names hand
 * them on.
 */
module.exports = class NodeWithTemporal extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.temporalPolyfill = require("temporal-polyfill")
    this.global.requestFilteringAgent = require("request-filtering-agent")
  }
}
