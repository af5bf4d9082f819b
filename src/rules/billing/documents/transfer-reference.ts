/**
 * The reference by which a transfer names an invoice: 27 digits for a QR-IBAN (QRR), else the creditor reference of
 * ISO 11649 (SCOR, "RF…"). It is made from the invoice's number, and so is the same wherever it is asked for. null: the
 * number is too long for one.
 */
export function transferReference(invoiceNumber: string, iban: string): string | null {
  return isQrIban(iban) ? qrReference(invoiceNumber) : creditorReference(invoiceNumber)
}

/** A QR-IBAN's bank number is between 30000 and 31999; it takes QR references alone. */
export function isQrIban(iban: string): boolean {
  const [, bank] = /^(?:CH|LI)\d{2}(\d{5})/.exec(plain(iban)) ?? []
  return bank !== undefined && bank >= "30000" && bank <= "31999"
}

/** By mod 97 of ISO 13616. */
export function isIban(iban: string): boolean {
  const text = plain(iban)
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && mod97(`${text.slice(4)}${text.slice(0, 4)}`) === 1
}

/** Letters stand as two digits, A as 10, so that two series of one counter have different references. */
function qrReference(invoiceNumber: string): string | null {
  const digits = digitsOf(plain(invoiceNumber))
  if (digits.length > 26) {
    return null
  }
  const padded = digits.padStart(26, "0")
  return `${padded}${checkDigit(padded)}`
}

function creditorReference(invoiceNumber: string): string | null {
  const text = plain(invoiceNumber)
  if (!text || text.length > 21) {
    return null
  }
  const check = 98 - mod97(`${text}RF00`)
  return `RF${String(check).padStart(2, "0")}${text}`
}

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "")

const digitsOf = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

function mod97(text: string): number {
  let rest = 0
  for (const digit of digitsOf(text)) {
    rest = (rest * 10 + Number(digit)) % 97
  }
  return rest
}

/** Modulo 10, recursive, as the Swiss QR reference has it. */
function checkDigit(digits: string): number {
  const TABLE = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  let carry = 0
  for (const digit of digits) {
    carry = TABLE[(carry + Number(digit)) % 10] ?? 0
  }
  return (10 - carry) % 10
}
