/** A tax with its rate, as `shown`; a name that says the rate already, as "VAT 8.1 %" does, is left as it is. */
export function taxLabel({ name, rate }: { name: string; rate: string | number }, shown: string): string {
  const said = [...name.matchAll(/(\d+(?:[.,]\d+)?)\s*%/g)].map(([, number = ""]) => Number(number.replace(",", ".")))
  return said.includes(Number(rate)) ? name : `${name} ${shown}`
}
