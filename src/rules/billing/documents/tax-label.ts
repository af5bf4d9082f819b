/**
 * A tax as documents name it, "VAT 19%": with its rate as it is written in their language. A name that has the rate in it
 * already, such as "TVA 20 %", stays as it is.
 */
export const taxLabel = ({ name, rate }: { name: string; rate: string }, percent: string): string =>
  [...name.matchAll(/(\d+(?:[.,]\d+)?)\s*%/g)].some(
    ([, named = ""]) => Number(named.replace(",", ".")) === Number(rate),
  )
    ? name
    : `${name} ${percent}`
