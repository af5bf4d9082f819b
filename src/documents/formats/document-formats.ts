import type { DocumentFormat } from "./contract"
import { facturX } from "./factur-x"

const formats = new Map<string, DocumentFormat>([[facturX.identifier, facturX]])

/**
 * Adds a format of the merchant's own, or puts it in the place of a built-in one. Call it once in each process, where
 * Medusa loads code at boot, e.g. in a file under `src/workflows/`.
 */
export function registerDocumentFormat(format: DocumentFormat): void {
  formats.set(format.identifier, format)
}

/** The format that the option names. Throws an Error that names those there are. */
export function documentFormat(identifier: string): DocumentFormat {
  const format = formats.get(identifier)
  if (!format) {
    throw new Error(
      `billing.documents.eInvoice is "${identifier}"; it takes "none" or one of ${[...formats.keys()].join(", ")}`,
    )
  }
  return format
}
