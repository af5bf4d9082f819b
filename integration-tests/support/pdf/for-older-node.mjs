/** What pdfjs-dist asks of a newer Node than the oldest that the plugin supports. */
Promise.withResolvers ??= function withResolvers() {
  let resolve
  let reject
  const promise = new Promise((done, failed) => {
    resolve = done
    reject = failed
  })
  return { promise, resolve, reject }
}
for (const Kind of [Map, WeakMap]) {
  Kind.prototype.getOrInsertComputed ??= function getOrInsertComputed(key, make) {
    if (!this.has(key)) {
      this.set(key, make(key))
    }
    return this.get(key)
  }
  Kind.prototype.getOrInsert ??= function getOrInsert(key, value) {
    return this.getOrInsertComputed(key, () => value)
  }
}
Uint8Array.prototype.toHex ??= function toHex() {
  return Buffer.from(this).toString("hex")
}
Uint8Array.prototype.toBase64 ??= function toBase64() {
  return Buffer.from(this).toString("base64")
}
ArrayBuffer.prototype.transferToFixedLength ??= function transferToFixedLength(length = this.byteLength) {
  const moved = new ArrayBuffer(length)
  new Uint8Array(moved).set(new Uint8Array(this).subarray(0, length))
  return moved
}
ArrayBuffer.prototype.transfer ??= ArrayBuffer.prototype.transferToFixedLength
Uint8Array.fromBase64 ??= (text) => new Uint8Array(Buffer.from(text, "base64"))
Math.sumPrecise ??= (numbers) => [...numbers].reduce((sum, one) => sum + one, 0)
Promise.try ??= (work, ...given) => new Promise((resolve) => resolve(work(...given)))
URL.parse ??= (...given) => {
  try {
    return new URL(...given)
  } catch {
    return null
  }
}
process.getBuiltinModule ??= (await import("node:module")).createRequire(import.meta.url)
