const MOST_BYTES = 1_000_000
const MOST_PIXELS = 16_000_000

/** Why bytes can't be a logo of documents; null: they can. Only PNG and JPEG files can, for all PDF readers show those. */
export function logoProblem(bytes: Uint8Array): string | null {
  if (bytes.length > MOST_BYTES) {
    return "the logo has more than 1 MB: make it smaller"
  }
  const size = pngSize(bytes) ?? jpegSize(bytes)
  if (!size) {
    return "the logo is neither a PNG nor a JPEG file"
  }
  return size.width > 0 && size.height > 0 && size.width * size.height <= MOST_PIXELS
    ? null
    : "the logo has no size, or more than 16 million pixels"
}

interface Size {
  width: number
  height: number
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0
const two = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1)
const four = (bytes: Uint8Array, index: number): number => two(bytes, index) * 65_536 + two(bytes, index + 2)

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function pngSize(bytes: Uint8Array): Size | null {
  return PNG.every((byte, index) => bytes[index] === byte)
    ? { width: four(bytes, 16), height: four(bytes, 20) }
    : null
}

/** A JPEG is a row of segments; the size stands in the one that begins the picture. */
function jpegSize(bytes: Uint8Array): Size | null {
  if (two(bytes, 0) !== 0xffd8) {
    return null
  }
  let index = 2
  while (index + 9 < bytes.length && at(bytes, index) === 0xff) {
    const marker = at(bytes, index + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: two(bytes, index + 5), width: two(bytes, index + 7) }
    }
    index += 2 + two(bytes, index + 2)
  }
  return null
}
