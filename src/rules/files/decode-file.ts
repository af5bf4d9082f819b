/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has controls. Some versions of Node decode it as Latin-1. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

const windows = (bytes: Uint8Array): string =>
  new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign)

/** A file's bytes as text: by its byte order mark, as UTF-8 where it is that, and else as Windows-1252 (C9). */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder("utf-16le").decode(bytes)
  }
  try {
    // The decoder drops the mark itself.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return windows(bytes)
  }
}
