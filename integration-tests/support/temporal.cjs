module.exports = globalThis.temporalPolyfill
