/** An e-invoice cannot be made of a document, or would break a rule of its standard: the document is made without it. */
export class BrokenEInvoice extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = "BrokenEInvoice"
  }
}
