/** Font files by their paths: TrueType or OpenType, one face each. */
export interface FontFiles {
  regular: string
  /** Left out: the regular one stands for it. */
  bold?: string | undefined
}

/** Which fonts draw documents; what is left out is DejaVu Sans, which comes with the plugin. */
export interface DocumentFonts {
  main?: FontFiles | undefined
  /** Asked in this order for what the main font lacks. */
  fallback?: readonly FontFiles[] | undefined
  /** The payment part of a QR-bill. */
  qrBill?: FontFiles | undefined
}

/** The account that transfers in a currency go to. */
export interface BankAccount {
  iban: string
  /** Left out: the seller's name. */
  name?: string | undefined
  bic?: string | undefined
}

/** How the merchant's documents look. What they say is the stored document's alone. */
export interface DocumentLook {
  /** "#rrggbb": the heading, the rules of the table. */
  accentColor: string
  /** On each page, under the seller's own line. */
  footer: string | null
  /** PNG or JPEG. */
  logo: Buffer | null
}

export const STANDARD_LOOK: DocumentLook = { accentColor: "#1f2937", footer: null, logo: null }

export interface DocumentSettings {
  look: DocumentLook
  fonts: DocumentFonts
  /** By currency code, in lower case. */
  bankAccounts: Readonly<Record<string, BankAccount | undefined>>
}

/** What is known of an invoice beside its stored document when it is made into a file. */
export interface PaymentAtIssue {
  /** Paid with the order, at issue. */
  isPaid: boolean
}
