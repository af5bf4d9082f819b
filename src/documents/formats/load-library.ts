import { createRequire } from "node:module"
import type { UblInvoice } from "./to-ubl"

/** The part of `@e-invoice-eu/core` that is used. */
interface EInvoiceLibrary {
  generate(invoice: UblInvoice, options: { format: "CII"; lang: string }): Promise<string | Uint8Array>
}

interface LibraryModule {
  InvoiceService: new (logger: Record<"log" | "warn" | "error", () => void>) => EInvoiceLibrary
}

const NAME = "@e-invoice-eu/core"
const silent = (): void => undefined

/** E-invoices are asked for, and the optional package that makes them is not there. */
export class EInvoiceLibraryMissing extends Error {
  constructor(cause: unknown) {
    super(`E-invoices need the package ${NAME}: npm install ${NAME}, or set billing.documents.eInvoice to "none"`, {
      cause,
    })
    this.name = "EInvoiceLibraryMissing"
  }
}

/** The library, loaded when the first file is made. Throws EInvoiceLibraryMissing where it is not installed. */
export function loadEInvoiceLibrary(load: (name: string) => unknown = createRequire(__filename)): EInvoiceLibrary {
  let loaded: LibraryModule
  try {
    loaded = load(NAME) as LibraryModule
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") {
      throw new EInvoiceLibraryMissing(error)
    }
    throw error
  }
  return new loaded.InvoiceService({ log: silent, warn: silent, error: silent })
}
