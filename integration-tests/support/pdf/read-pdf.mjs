/**
 * Reads a PDF by itself: `node read-pdf.mjs file.pdf [folder]` prints what can be copied out of it and what stands beside
 * its pages, and draws each page as a picture into the folder.
 */
import "./for-older-node.mjs"
import { createCanvas } from "@napi-rs/canvas"
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

const [file, folder] = process.argv.slice(2)
const standardFonts = new URL("../../../node_modules/pdfjs-dist/standard_fonts/", import.meta.url).pathname
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  standardFontDataUrl: standardFonts,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 1,
}).promise

const attachments = []
for (const [id, { filename }] of (await pdf.getAttachments()) ?? []) {
  const content = await pdf.getAttachmentContent(id)
  const bytes = content instanceof Uint8Array ? content : content.content
  attachments.push({ filename, sha256: createHash("sha256").update(bytes).digest("hex") })
}
const pages = []
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const lines = items.map(({ str, hasEOL }) => `${str}${hasEOL ? "\n" : " "}`).join("")
  const ink = folder ? await draw(page, number) : null
  pages.push({ text: lines, structure: namesOf(await page.getStructTree()), ink })
}
const { info, metadata } = await pdf.getMetadata()
const result = {
  pages,
  attachments,
  info,
  xmp: metadata?.getRaw() ?? null,
  marked: Object.fromEntries((await pdf.getMarkInfo()) ?? []),
}
process.stdout.write(JSON.stringify(result))

function namesOf(node) {
  return node ? [node.role, ...(node.children ?? []).flatMap(namesOf)].filter(Boolean) : []
}

async function draw(page, number) {
  const viewport = page.getViewport({ scale: 1.5 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `page-${number}.png`), await canvas.encode("png"))
  return boundsOf(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height), viewport.scale)
}

/** The rectangle, in points, outside of which the page is white; null: all of it is. */
function boundsOf({ data, width, height }, scale) {
  const found = { left: width, top: height, right: -1, bottom: -1 }
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = 4 * pixel
    if (Math.min(data[at], data[at + 1], data[at + 2]) < 200) {
      const x = pixel % width
      const y = Math.floor(pixel / width)
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y)
    }
  }
  return found.right < 0 ? null : Object.fromEntries(Object.entries(found).map(([side, at]) => [side, at / scale]))
}
