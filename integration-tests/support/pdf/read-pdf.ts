import { execFileSync } from "child_process"
import { mkdtempSync, rmSync, writeFileSync } from "fs"
import { tmpdir } from "os"
import { join } from "path"

export interface ReadPdf {
  pages: {
    text: string
    structure: string[]
    /** What is drawn on it, in points; null: nothing, or it was not made a picture. */
    ink: { left: number; top: number; right: number; bottom: number } | null
  }[]
  attachments: { filename: string; sha256: string }[]
  info: Record<string, unknown>
  xmp: string | null
  marked: { Marked?: boolean } | null
}

/** What another program reads in a PDF; with a folder, each page as a picture there. */
export function readPdf(file: Buffer, pictures?: string): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), "read-pdf-"))
  try {
    const path = join(folder, "document.pdf")
    writeFileSync(path, file)
    const printed = execFileSync(
      process.execPath,
      [join(__dirname, "read-pdf.mjs"), path, ...(pictures ? [pictures] : [])],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "pipe"],
      },
    )
    return JSON.parse(printed) as ReadPdf
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All that can be copied out of it, with every white space as one space. */
export const textOf = ({ pages }: ReadPdf): string =>
  pages
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ")
