module.exports = globalThis.requestFilteringAgent
