/**
 * The dashboard names languages `en`, `fr`, `ptBR`; Intl wants `pt-BR`. It knows no regions, the browser does: where one
 * of the browser's languages is the dashboard's with a region, as `de-CH` is German, numbers and dates are written and
 * read as they are there.
 */
export function toLocale(language: string | undefined, ofBrowser: readonly string[] = []): string {
  const match = /^([a-z]{2,3})-?([A-Z]{2})?$/.exec(language ?? "")
  if (!match) {
    return "en"
  }
  const [, code = "en", region] = match
  if (region) {
    return `${code}-${region}`
  }
  return ofBrowser.find((tag) => new RegExp(`^${code}-[A-Z]{2}$`).test(tag)) ?? code
}
